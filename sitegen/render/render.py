"""Pages become outputs: by the theme's templates, by what makes feeds, or as they are."""

from collections.abc import Sequence

from sitegen.pages import Page, Plan, Reader
from sitegen.render.lock import lock
from sitegen.render.makers import MAKERS
from sitegen.render.output import Output
from sitegen.source import read_bytes
from sitegen.theme import Asset, Theme


def render(plan: Plan, theme: Theme, style: Asset | None, reader: Reader | None = None) -> tuple[Output, ...]:
    """Render all files of one unit; `style` is the style sheet with the brand's colour. Raise `ThemeError`.

    They are locked where the reader has passwords; neutral pages have no reader.
    """
    extra = (style,) if style else ()
    pages = tuple(_render(page, theme, extra) for page in plan.pages)
    files = tuple(Output(path=copy.path, data=read_bytes(copy.source)) for copy in plan.copies)
    if reader is None or reader.lock is None:
        return (*pages, *files)
    return lock(zip(plan.pages, pages, strict=True), files, reader, lambda page: _render(page, theme, extra))


def _render(page: Page, theme: Theme, extra: Sequence[Asset]) -> Output:
    make = MAKERS.get(page.template)
    return Output(path=page.path, data=make(page, theme) if make else _render_template(page, theme, extra))


def render_assets(folder: str, assets: Sequence[Asset]) -> tuple[Output, ...]:
    """Return the assets of one client's folder."""
    return tuple(Output(path=f"{folder}/{asset.hashed_name}", data=asset.data) for asset in assets)


def _render_template(page: Page, theme: Theme, extra: Sequence[Asset]) -> bytes:
    text = theme.render(
        page.template,
        page.view,
        language=page.language,
        assets_url=page.assets_url,
        extra_assets=extra,
        page=page.path,
    )
    return text.encode()
