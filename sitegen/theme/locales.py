"""Themes in: their `locales/*.po`, brought up to date with what the templates say (`make translations`)."""

from pathlib import Path

from sitegen.theme.chain import SETTINGS, builtin_themes_folder
from sitegen.theme.themes import format_words, load_theme


def update_locales(folder: Path) -> tuple[Path, ...]:
    """Bring the catalogues of every theme in a folder up to date; return those that were not.

    New words are empty, words no longer said are gone, translations stay.
    """
    stale = []
    for settings in sorted(folder.glob(f"*/{SETTINGS}")):
        theme = load_theme(settings.parent.name, [folder])
        for language, data in theme.chain[0].catalogues.items():
            fresh = format_words(theme, language)
            if fresh != data:
                path = settings.parent / "locales" / f"{language}.po"
                path.write_bytes(fresh)
                stale.append(path)
    return tuple(stale)


if __name__ == "__main__":
    update_locales(builtin_themes_folder())
