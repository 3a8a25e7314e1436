"""A sitegen.yml becomes what the firm's pages look like: its theme, and the style sheet with its colour."""

from collections.abc import Mapping
from pathlib import Path

from sitegen.build.loading import load_settings
from sitegen.build.places import find_themes
from sitegen.errors import ContentError
from sitegen.memory import Kept
from sitegen.model import Brand, Settings
from sitegen.problems import Problems, suggest
from sitegen.source import Document
from sitegen.theme import Asset, Theme, brand_css, load_theme, make_asset
from sitegen.value import value

STYLE = "style.css"


@value
class Look:
    """What pages are dressed in that are made outside a build."""

    theme: Theme
    style: Asset | None
    """The style sheet with the firm's colour; None where that is the theme's own."""

    @property
    def assets(self) -> Mapping[str, Asset]:
        """All assets, by the name that they are published under."""
        assets = (self.style if self.style and asset.name == STYLE else asset for asset in self.theme.assets)
        return {asset.hashed_name: asset for asset in assets}


def load_look(config: Path) -> Look:
    """Load what a firm's pages look like; raise `ContentError` or `ThemeError` where that cannot be."""
    problems = Problems()
    document, settings = load_settings(config, problems)
    theme = open_theme(config.parent, settings, document, problems)
    return Look(theme=theme, style=make_style(theme, settings.brand))


def open_theme(
    root: Path, settings: Settings, document: Document, problems: Problems, kept: Kept | None = None
) -> Theme:
    """Load the theme that is set; raise `ContentError` where there is none of that name."""
    folders = find_themes(root, settings)
    known = sorted({file.parent.name for folder in folders for file in folder.glob("*/theme.yml")})
    if settings.theme not in known:
        message = f"'{settings.theme}' is none of the themes {', '.join(known)}{suggest(settings.theme, known)}"
        problems.error("theme", message, document.position_of("theme"))
        raise ContentError(problems)
    return load_theme(settings.theme, folders, kept=kept)


def make_style(theme: Theme, brand: Brand | None) -> Asset | None:
    """Return the style sheet with a brand's colour in it; None where there is no brand, or no such sheet."""
    plain = next((asset for asset in theme.assets if asset.name == STYLE), None)
    if brand is None or brand.color is None or plain is None:
        return None
    return make_asset(STYLE, plain.data + brand_css(brand.color))
