"""What every unit is made with: the theme, the Markdown engine, and what tells the program from another."""

from sitegen.build.loading import Loaded
from sitegen.build.look import STYLE, make_style, open_theme
from sitegen.build.places import find_cache, find_code_folder
from sitegen.build.prose import KeepingEngine
from sitegen.errors import ContentError
from sitegen.markup import Engine, MarkupError, make_engine
from sitegen.memory import Kept, digest_program
from sitegen.pages import Picture, Reader, Writing
from sitegen.problems import Problems
from sitegen.render import Output, render_assets
from sitegen.theme import Asset, Theme
from sitegen.value import value


@value
class Workshop:
    """What every unit is made with."""

    theme: Theme
    engine: Engine
    keeping: Engine
    """The same, of which nothing is asked twice; not for what a password locks, of which nothing is kept."""
    program: str = ""
    """What tells the program from another."""

    def write_for(self, reader: Reader) -> Writing:
        """Return how Markdown is rendered for a reader."""
        return Writing(
            engine=self.engine if reader.lock else self.keeping, words=self.theme.markup_words(reader.language)
        )

    def make_style(self, reader: Reader) -> Asset | None:
        """Return the style sheet with the brand's colour in it; None where there is no brand, or no such sheet."""
        return make_style(self.theme, reader.brand)

    def make_assets(self, reader: Reader, pictures: tuple[Picture, ...]) -> tuple[Output, ...]:
        """Return the assets of a reader's folder."""
        style = self.make_style(reader)
        assets = [style if style and asset.name == STYLE else asset for asset in self.theme.assets]
        return (
            *render_assets(reader.assets, assets),
            *(Output(path=f"{reader.assets}/{picture.name}", data=picture.data) for picture in pictures),
        )


def open_workshop(heads: Loaded, program: str, problems: Problems) -> Workshop | None:
    """Load what every unit is made with; None where the theme or the engine that is set is none, which is told."""
    site = heads.site
    engine = _make_engine(heads, problems)
    try:
        kept = Kept(find_code_folder(heads), program=program or digest_program())
        theme = open_theme(heads.root, site.settings, site.document, problems, kept)
    except ContentError:
        return None
    if engine is None:
        return None
    return Workshop(theme=theme, engine=engine, keeping=_keep(engine, heads, program), program=program)


def _keep(engine: Engine, heads: Loaded, program: str) -> Engine:
    """Return an engine that keeps what it made, where that is worth it and something is written at all."""
    settings = heads.site.settings.markdown
    if settings.engine == "gfm" or not program:
        return engine
    ground = f"{program} {settings.engine} {' '.join(settings.extensions)}"
    return KeepingEngine(engine, ground, find_cache(heads) / "prose")


def _make_engine(heads: Loaded, problems: Problems) -> Engine | None:
    """Make the Markdown engine that is set."""
    settings = heads.site.settings.markdown
    try:
        return make_engine(settings.engine, settings.extensions)
    except MarkupError as error:
        problems.error("bad-value", str(error), heads.site.document.position_of("markdown"))
        return None
