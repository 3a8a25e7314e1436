"""A unit of work, one project or one client's own page, becomes its outputs and what is wrong with its texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.build.publish import ClientWork
from sitegen.markup import Engine
from sitegen.model import Project
from sitegen.pages import Plan, Writing, plan_client, plan_project
from sitegen.problems import Problem, Problems
from sitegen.render import Output, render, render_assets
from sitegen.state import State
from sitegen.theme import Asset, Theme, brand_css, make_asset

STYLE = "style.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What is rendered as one: a project, or the page and the assets of a client."""

    work: ClientWork
    project: Project | None = None
    state: State | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitResult:
    """What came of a unit."""

    outputs: tuple[Output, ...]
    pages: int
    files: Mapping[str, int]
    """By project, how many attachments something links to."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What every unit is made with: the theme and the Markdown engine."""

    theme: Theme
    engine: Engine

    def make(self, unit: Unit) -> UnitResult:
        """Plan and render a unit; where its texts have errors, it is not rendered."""
        problems = Problems()
        plan = self.plan(unit, problems)
        outputs: tuple[Output, ...] = ()
        if not problems.errors:
            style = self._make_style(unit.work)
            outputs = render(plan, self.theme, style)
            if unit.project is None:
                outputs += self._make_assets(unit.work, style)
        files = {plan.unit: len(plan.copies)} if unit.project else {}
        return UnitResult(outputs=outputs, pages=_count_pages(plan), files=files, problems=tuple(problems))

    def plan(self, unit: Unit, problems: Problems) -> Plan:
        """Plan a unit's files, and tell what is wrong with its texts."""
        publication = unit.work.publication
        writing = Writing(engine=self.engine, words=self.theme.markup_words(publication.language))
        if unit.project and unit.state:
            return plan_project(unit.project, unit.state, publication, writing, problems)
        return plan_client(unit.work.states, publication, writing, problems)

    def _make_style(self, work: ClientWork) -> Asset | None:
        """Return the style sheet with the brand's colour in it; None where there is no brand, or no such sheet."""
        brand = work.publication.brand
        plain = next((asset for asset in self.theme.assets if asset.name == STYLE), None)
        if brand is None or brand.color is None or plain is None:
            return None
        return make_asset(STYLE, plain.data + brand_css(brand.color))

    def _make_assets(self, work: ClientWork, style: Asset | None) -> tuple[Output, ...]:
        folder = work.publication.urls.assets
        assets = [style if style and asset.name == STYLE else asset for asset in self.theme.assets]
        pictures = [Output(path=f"{folder}/{picture.name}", data=picture.data) for picture in work.pictures]
        return (*render_assets(folder, assets), *pictures)


def list_units(work: Sequence[ClientWork]) -> list[Unit]:
    """Return the units of the clients, each client's own page first."""
    units = []
    for each in work:
        units.append(Unit(work=each))
        units += [Unit(work=each, project=project, state=state) for project, state in each.states]
    return units


def _count_pages(plan: Plan) -> int:
    return sum(page.path.endswith(".html") for page in plan.pages)
