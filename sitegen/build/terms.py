"""A site's editions become the terms that must not stand in each of them, and the words that may."""

from collections.abc import Iterable, Iterator

from sitegen.access import Term
from sitegen.build.editions import Edition
from sitegen.build.loading import Loaded
from sitegen.model import Agency, Audience, Client, Person, Project, Register
from sitegen.state import State, fold

NOBODY = ""
"""Reads the pages of the site's root."""


def list_names(loaded: Loaded, editions: tuple[Edition, ...]) -> Iterator[Term]:
    """Go through what only its own client, or that client's agency, may read."""
    site = loaded.site
    readers = {edition.reader.owner.id: edition for edition in editions if edition.reader.owner}
    for client in site.clients:
        insiders = frozenset({client.id, client.head.agency or client.id})
        yield Term(client.head.name, "a client's name", insiders)
        yield Term(client.id, "a client's id", insiders)
        for project in client.projects:
            yield Term(project.plan.head.name, "the name of a client's project", insiders)
        yield from _list_people(client, insiders)
    for agency in site.agencies.values():
        insiders = frozenset({agency.id, *(client.id for client in site.clients if client.head.agency == agency.id)})
        yield Term(agency.head.name, "an agency's name", insiders)
        yield Term(agency.id, "an agency's id", insiders)
        yield from _list_people(agency, insiders)
    for owner_id, edition in readers.items():
        if token := edition.reader.root.removeprefix(owner_id).removeprefix("-"):
            yield Term(token, "the token of a link", frozenset({owner_id}))


def _list_people(owner: Client | Agency, insiders: frozenset[str]) -> Iterator[Term]:
    for person in (owner.head.people or {}).values():
        for text in (person.name, person.email, person.phone):
            if text:
                yield Term(text, "a person of a client or an agency", insiders)


def list_hidden(loaded: Loaded, edition: Edition) -> Iterator[Term]:
    """Go through what the reader of an edition may not know of the projects in it."""
    reader = edition.reader
    for work in edition.works:
        for project in work.publication.client.projects:
            width = project.plan.head.visibility
            if not reader.audience.sees(width):
                yield Term(project.plan.head.name, f"a project for {width}")
                yield Term(project.id, f"the id of a project for {width}")
                continue
            yield from _list_hidden_items(loaded, project, edition)
            for update in project.updates:
                if not reader.audience.sees(update.visibility):
                    yield Term(update.id, f"the id of an update for {update.visibility}")
                    yield Term(update.headline or "", f"the headline of an update for {update.visibility}")


def _list_hidden_items(loaded: Loaded, project: Project, edition: Edition) -> Iterator[Term]:
    audience, day = edition.reader.audience, edition.reader.day
    files = [project.plan.registers, *(update.registers for update in project.updates)]
    for key, width in fold(project, day, Audience.INTERNAL, loaded.rules).narrow.items():
        if audience.sees(width):
            continue
        register, item_id = key.split(".", 1)
        what = f"{Register(register).an_item} for {width}"
        yield Term(item_id, f"the id of {what}")
        patches = (given.get(Register(register), {}).get(item_id, {}) for given in files)
        yield from (Term(patch["title"], f"the title of {what}") for patch in patches if patch.get("title"))


def list_allowed(loaded: Loaded, edition: Edition | None) -> frozenset[str]:
    """Return all names, ids and titles that the reader of an edition knows by right; of the root's without one."""
    site = loaded.site
    words = {site.settings.name, *site.settings.leaks.allow, *_tell_people(site.people.values())}
    for work in edition.works if edition else ():
        client, agency = work.publication.client, work.publication.agency
        for owner in (client, agency):
            if owner:
                words |= {owner.id, owner.head.name, *_tell_people((owner.head.people or {}).values())}
        words.update(*(_tell_project(project, state) for project, state in work.states))
    return frozenset(words)


def _tell_people(people: Iterable[Person]) -> Iterator[str]:
    for person in people:
        yield from (text for text in (person.name, person.email, person.phone) if text)


def _tell_project(project: Project, state: State) -> set[str]:
    words = {project.id, project.plan.head.name}
    words.update(tracked.id for tracked in state.milestones)
    words.update(tracked.item.title for tracked in state.milestones)
    for register in Register:
        if register is not Register.MILESTONES:
            items = getattr(state, register.value)
            words.update(items, (item.title for item in items.values()))
    words.update(report.update.id for report in state.reports)
    words.update(report.update.headline or "" for report in state.reports)
    return words
