"""A unit of work, one project or one reader's own page, becomes its outputs and what is wrong with its texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.build.editions import ClientWork, Edition
from sitegen.markup import Engine
from sitegen.model import Audience, Project
from sitegen.pages import Plan, Writing, plan_agency, plan_client, plan_portfolio, plan_project
from sitegen.problems import Problem, Problems
from sitegen.render import Output, render, render_assets
from sitegen.state import State
from sitegen.theme import Asset, Theme, brand_css, make_asset

STYLE = "style.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What is rendered as one: a project, or the page and the assets of a reader."""

    edition: Edition
    work: ClientWork | None = None
    """The client whose project it is; None for the reader's own page."""
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
    standing: Mapping[str, str] = field(default_factory=dict)
    """The hashes of files that stand as they shall, by path, where the unit was not rendered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What every unit is made with: the theme, the Markdown engine, and what the checks found."""

    theme: Theme
    engine: Engine
    findings: tuple[Problem, ...] = ()

    def make(self, unit: Unit) -> UnitResult:
        """Plan and render a unit; where its texts have errors, it is not rendered."""
        problems = Problems()
        plan = self.plan(unit, problems)
        outputs: tuple[Output, ...] = ()
        if not problems.errors:
            style = self._make_style(unit.edition)
            outputs = render(plan, self.theme, style, unit.edition.reader)
            if unit.project is None:
                outputs += self._make_assets(unit.edition, style)
        files = {plan.unit: len(plan.copies)} if unit.project else {}
        return UnitResult(outputs=outputs, pages=_count_pages(plan), files=files, problems=tuple(problems))

    def plan(self, unit: Unit, problems: Problems) -> Plan:
        """Plan a unit's files, and tell what is wrong with its texts."""
        reader = unit.edition.reader
        writing = Writing(engine=self.engine, words=self.theme.markup_words(reader.language))
        if unit.work and unit.project and unit.state:
            return plan_project(unit.project, unit.state, unit.work.publication, writing, problems)
        works = [(work.publication, work.states) for work in unit.edition.works]
        if reader.audience is Audience.CLIENT:
            (publication, states), *_ = works
            return plan_client(states, publication, writing, problems)
        if reader.audience is Audience.AGENCY:
            return plan_agency(works, reader, writing, problems)
        return plan_portfolio(works, reader, writing, self.findings, problems)

    def _make_style(self, edition: Edition) -> Asset | None:
        """Return the style sheet with the brand's colour in it; None where there is no brand, or no such sheet."""
        brand = edition.reader.brand
        plain = next((asset for asset in self.theme.assets if asset.name == STYLE), None)
        if brand is None or brand.color is None or plain is None:
            return None
        return make_asset(STYLE, plain.data + brand_css(brand.color))

    def _make_assets(self, edition: Edition, style: Asset | None) -> tuple[Output, ...]:
        folder = edition.reader.assets
        assets = [style if style and asset.name == STYLE else asset for asset in self.theme.assets]
        pictures = [Output(path=f"{folder}/{picture.name}", data=picture.data) for picture in edition.pictures]
        return (*render_assets(folder, assets), *pictures)


def list_units(editions: Sequence[Edition]) -> list[Unit]:
    """Return the units of the editions, each reader's own page first."""
    units = []
    for edition in editions:
        units.append(Unit(edition=edition))
        units += [
            Unit(edition=edition, work=work, project=project, state=state)
            for work in edition.works
            for project, state in work.states
        ]
    return units


def _count_pages(plan: Plan) -> int:
    return sum(page.path.endswith(".html") for page in plan.pages)
