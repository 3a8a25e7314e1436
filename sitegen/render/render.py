"""Pages become outputs: by the theme's templates, by what makes feeds, or as they are."""

from collections.abc import Iterator, Sequence

from sitegen.pages import Page, Plan
from sitegen.render.makers import MAKERS
from sitegen.render.output import Output
from sitegen.source import read_bytes
from sitegen.theme import Asset, Theme


def render(plan: Plan, theme: Theme, style: Asset | None) -> tuple[Output, ...]:
    """Render all files of one unit; `style` is the style sheet with the brand's colour. Raise `ThemeError`."""
    return tuple(_render(plan, theme, (style,) if style else ()))


def _render(plan: Plan, theme: Theme, extra: Sequence[Asset]) -> Iterator[Output]:
    for page in plan.pages:
        make = MAKERS.get(page.template)
        yield Output(path=page.path, data=make(page, theme) if make else _render_template(page, theme, extra))
    for copy in plan.copies:
        yield Output(path=copy.path, data=read_bytes(copy.source))


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
