"""A theme becomes its catalogue: one page with every part of it, shown with made-up projects in every state."""

from sitegen.pages import ROOT_ASSETS, views
from sitegen.render import Output
from sitegen.serve.catalogue.figures import HEALTHS
from sitegen.serve.catalogue.made_up import day, make_head
from sitegen.serve.catalogue.projects import make_complete, make_new, make_troubled, make_well
from sitegen.serve.catalogue.surveys import make_surveys
from sitegen.theme import Theme
from sitegen.value import value

CATALOGUE = "__catalogue"
"""The folder in which the page stands; no client can be called so."""
TEMPLATE = "catalogue.html"


@value
class Bare:
    """As much of a page as its header and footer show."""

    head: views.Head


@value
class CataloguePage:
    """`catalogue.html`: the parts of a theme, one after the other."""

    head: views.Head
    """That of no client."""
    projects: tuple[views.ProjectPage, ...]
    """In trouble, well, just begun, complete."""
    named: Bare
    """A page that names a client, with others above it, and somebody to ask."""
    cards: tuple[views.ProjectCard, ...]
    """Projects of every health as their client's page shows them."""
    surveys: tuple[views.SurveyPage, ...]
    """A form as it is opened, and with faults."""


def make_catalogue(language: str) -> CataloguePage:
    """Return all that the catalogue shows."""
    projects = (make_troubled(language), make_well(language), make_new(language), make_complete(language))
    return CataloguePage(
        head=make_head(language, is_neutral=True),
        projects=projects,
        named=Bare(head=projects[0].head),
        cards=tuple(
            _make_card(projects[place % len(projects)], health) for place, health in enumerate((*HEALTHS, None))
        ),
        surveys=make_surveys(language),
    )


def render_catalogue(theme: Theme, language: str) -> Output:
    """Render the catalogue of a theme, with the assets of the site's root. Raise `ThemeError`."""
    path = f"{CATALOGUE}/index.html"
    view = make_catalogue(language)
    html = theme.render(TEMPLATE, view, language=language, assets_url=f"../{ROOT_ASSETS}/", page=path)
    return Output(path=path, data=html.encode())


def _make_card(page: views.ProjectPage, health: str | None) -> views.ProjectCard:
    headline = page.latest.entry.headline if page.latest else None
    return views.ProjectCard(
        name=page.name,
        href="#",
        is_open=page.is_open,
        health=health,
        headline=headline or page.summary,
        updated=day(-3) if page.latest else None,
        next_milestone=page.next_milestone,
        end=page.end,
        progress=page.progress,
        needs=len(page.needs),
    )
