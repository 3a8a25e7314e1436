"""The site's root becomes its neutral pages with their assets: they name no client."""

from datetime import date

from sitegen.build.result import UnitResult
from sitegen.build.units import Workshop
from sitegen.model import Site
from sitegen.pages import ROOT_ASSETS, plan_root
from sitegen.render import render, render_assets


def make_root(site: Site, day: date, workshop: Workshop) -> UnitResult:
    """Render the pages of the site's root."""
    plan = plan_root(site, day, None)
    theme = workshop.theme
    outputs = render(plan, theme, None) + render_assets(ROOT_ASSETS, theme.assets)
    return UnitResult(outputs=outputs, pages=2, files={}, problems=())
