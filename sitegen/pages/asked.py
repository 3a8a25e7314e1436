"""Surveys and open needs become what the collector has to know of them: plain data, for its eyes alone."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sitegen.markup import Engine, Words, render_markdown
from sitegen.model import Project, Site, Survey
from sitegen.pages.publication import Publication
from sitegen.state import Need, State
from sitegen.survey import find_version, pack_definition

ASKED_FORMAT = 1

Works = Iterable[tuple[Publication, Sequence[tuple[Project, State]]]]
"""What each reader sees of each client."""


def list_choices(need: Need, state: State) -> tuple[str, ...]:
    """Return what can be answered to a need, by id; a question is answered without one."""
    if need.kind == "issue":
        return tuple(state.issues[need.id].options or ())
    return {"change": ("accept", "decline"), "deliverable": ("accept", "reject")}.get(need.kind, ("done",))


def describe_asked(
    site: Site, projects: Mapping[str, Mapping[str, Any]], engine: Engine, words: Words
) -> dict[str, Any]:
    """Return what may be answered on a site: its surveys, and what waits for each reader of each project."""
    return {
        "sitegen": ASKED_FORMAT,
        "site": {
            "name": site.settings.name,
            "url": site.settings.url,
            "language": site.settings.language,
            "endpoint": site.settings.surveys.endpoint,
        },
        "surveys": {key: _describe_survey(survey, engine, words) for key, survey in sorted(site.surveys.items())},
        "projects": dict(sorted(projects.items())),
    }


def describe_asked_projects(works: Works) -> dict[str, dict[str, Any]]:
    """Return what waits for one reader in each project, by `client/project`; the firm is asked nothing."""
    projects: dict[str, dict[str, Any]] = {}
    for publication, states in works:
        owner = publication.reader.owner
        if owner is None:
            continue
        for project, state in states:
            needs = {f"{need.kind}.{need.id}": _describe_need(need, state) for need in state.needs}
            names = {"client": publication.client.head.name, "project": project.plan.head.name}
            projects[project.path] = {**names, "needs": {owner.id: needs}}
    return projects


def _describe_need(need: Need, state: State) -> dict[str, Any]:
    """Return how a need is worded: an issue with its ways out."""
    options = (state.issues[need.id].options or {}) if need.kind == "issue" else {}
    return {"title": need.title, "options": {key: option.title for key, option in options.items()}}


def _describe_survey(survey: Survey, engine: Engine, words: Words) -> Mapping[str, Any]:
    head = survey.head
    texts = {"intro": head.intro, "thanks": head.thanks}
    return {
        "version": find_version(head),
        "definition": pack_definition(head),
        **{key: _render(text, engine, words) if text else None for key, text in texts.items()},
    }


def _render(text: str, engine: Engine, words: Words) -> str:
    """Render a survey's text; the collector has no other pages, so relative links are left to the survey's own page."""
    fragment = render_markdown(text, engine=engine, links=lambda _: None, heading_level=2, id_prefix="", words=words)
    return fragment.html


def join_asked(found: Iterable[Mapping[str, Mapping[str, Any]]]) -> dict[str, Mapping[str, Any]]:
    """Join what waits for the readers of each project: its client's and its agency's may come apart."""
    joined: dict[str, Mapping[str, Any]] = {}
    for asked in found:
        for path, project in asked.items():
            known = joined.get(path, project)
            joined[path] = {**known, "needs": {**known["needs"], **project["needs"]}}
    return joined
