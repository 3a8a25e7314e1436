"""A unit of work, one project or one reader's own page, becomes its outputs and what is wrong with its texts."""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.build.editions import ClientWork, Edition
from sitegen.build.known import Known
from sitegen.build.look import STYLE, make_style
from sitegen.build.page_keys import make_page_keys
from sitegen.build.result import UnitResult
from sitegen.markup import Engine
from sitegen.model import Audience, Project
from sitegen.pages import Plan, Writing, plan_agency, plan_client, plan_portfolio, plan_project
from sitegen.problems import Problem, Problems
from sitegen.render import Output, render, render_assets
from sitegen.state import State
from sitegen.theme import Asset, Theme
from sitegen.value import value


@value
class Unit:
    """What is rendered as one: a project, or the page and the assets of a reader."""

    edition: Edition
    work: ClientWork | None = None
    """The client whose project it is; None for the reader's own page."""
    project: Project | None = None
    state: State | None = None


@value
class Workshop:
    """What every unit is made with: the theme, the Markdown engine, and what the checks found."""

    theme: Theme
    engine: Engine
    findings: tuple[Problem, ...] = ()
    program: str = ""
    """What tells the program from another."""

    def make(self, unit: Unit, known: Known) -> UnitResult:
        """Plan a unit and render those of its pages that are not known; where its texts have errors, none."""
        problems = Problems()
        plan = self.plan(unit, problems)
        files = {plan.unit: len(plan.copies)} if unit.project else {}
        if problems.errors:
            return UnitResult(outputs=(), pages=0, files=files, problems=tuple(problems))
        style = self._make_style(unit.edition)
        # Nothing of what a password locks is known from build to build.
        is_locked = unit.edition.reader.lock is not None
        ground = f"{self.program} {self.theme.digest} {style.hashed_name if style else None}"
        keys = {} if is_locked else make_page_keys(plan, ground)
        standing = {path: digest for path, key in keys.items() if (digest := known.find_page(path, key))}
        rest = replace(plan, pages=tuple(page for page in plan.pages if page.path not in standing))
        outputs = render(rest, self.theme, style, unit.edition.reader)
        if unit.project is None:
            outputs += self._make_assets(unit.edition, style)
        return UnitResult(
            outputs=outputs,
            pages=_count_pages(plan),
            files=files,
            problems=tuple(problems),
            standing=standing,
            page_keys=keys,
        )

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
        return make_style(self.theme, edition.reader.brand)

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
