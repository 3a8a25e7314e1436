"""Projects as drawn become projects as written: every file's text names things that nobody else's text names."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from sitegen.model import Audience, Register
from tests.state.projects import WIDTHS, projects

Fields = dict[str, Any]
Draw = st.DrawFn

REGISTERS = tuple(register.value for register in Register)
PEOPLE = ("ann", "eve", "bob", "ida", "zed")
"""Of the firm, of the firm and on a hidden project, the client's, the agency's, another client's."""
NEW_WIDTHS: st.SearchStrategy[str | None] = st.one_of(st.none(), WIDTHS)
WORDS: Mapping[str, Fields] = {
    "decisions": {"decided": "2026-01-10", "by": "eve"},
    "requests": {"asked": "2026-01-12 10:00", "answered": "2026-01-12 11:00"},
    "questions": {"answer": "Because."},
    "feedback": {"heard": "Too slow.", "did": "Faster."},
}
LINK = re.compile(r"""["(](?:\.\./)?(files/[^)"]+)""")
GONE = "2026-12-30-gone"
"""A draft that stands in for any update that is not there: a link to it leads to the archive too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A project's files before they are written: the plan, and each update's front matter and body by its id."""

    plan: Fields
    updates: Mapping[str, tuple[Fields, str]]

    def lay_out(self, folder: str) -> dict[str, str]:
        """Return the project's files by path, with each attachment that a text links to."""
        files = {f"{folder}/project.yml": write_yaml(self.plan)}
        for update_id, (front, body) in self.updates.items():
            files[f"{folder}/updates/{update_id}.md"] = f"---\n{write_yaml(front)}---\n{body}\n"
        files[f"{folder}/updates/{GONE}.md"] = "---\ndraft: true\n---\n"
        attachments = {path for text in [*files.values()] for path in LINK.findall(text)}
        return files | {f"{folder}/{path}": f"The bytes of {path}\n" for path in sorted(attachments)}

    def find_people(self) -> set[str]:
        """Return the ids of the persons that the files name."""
        return {value for value in _list_values([self.plan, *self.updates.values()]) if value in PEOPLE}


def write_yaml(fields: Fields) -> str:
    """Write fields as YAML, of which JSON is a part."""
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())


def _list_values(value: Any) -> Iterable[str]:
    if isinstance(value, Mapping):
        yield from value
        value = list(value.values())
    if isinstance(value, list | tuple):
        for inner in value:
            yield from _list_values(inner)
    elif isinstance(value, str):
        yield value


@st.composite
def written_projects(draw: Draw) -> Written:
    """Draw a project in which several updates may be of one day, and every text and file has words of its own."""
    drawn = draw(projects())
    plan: Fields = dict(drawn.plan.document.data)
    fronts: list[tuple[str, Fields]] = [(f"{update.day}", dict(update.document.data)) for update in drawn.updates]
    days = [day for day, _ in fronts]
    for index in range(len(days) - 1):
        if draw(st.booleans()):
            days[index] = days[index + 1]
    ids = [
        f"{day}-{'abcde'[index]}-{_topic(front)}"
        for index, (day, (_, front)) in enumerate(zip(days, fronts, strict=True))
    ]
    for register, words in WORDS.items():
        _draw_register(draw, register, words, plan, [front for _, front in fronts])
    _put_texts(draw, plan, "plan", "", ids)
    plan |= {"name": "Shop", "start": "2026-01-05", "contact": "ann", "team": {"ann": 10, "bob": None}}
    plan["sla"] = {"answer": "4h", "resolve": "2d"}
    plan["surveys"] = {"pulse": {"when": "always"}, "after": {"when": "milestone"}}
    updates = {}
    for update_id, (_, front) in zip(ids, fronts, strict=True):
        _put_texts(draw, front, update_id, "../", ids)
        front["author"] = draw(st.sampled_from(PEOPLE[:4]))
        front["internal"] = f"Among us {update_id}: [it](../files/{update_id}-internal.txt)"
        if front.get("headline"):
            front["headline"] = f"Headline of {update_id}"
        target = draw(st.sampled_from(ids))
        updates[update_id] = (front, f"Told in {update_id}: [file](../files/{update_id}.txt), [more]({target}.md).")
    return Written(plan=plan, updates=updates)


def _topic(front: Fields) -> str:
    return f"for-{front.get('visibility') or 'client'}"


def _draw_register(draw: Draw, register: str, words: Fields, plan: Fields, fronts: list[Fields]) -> None:
    """Let items of a register begin in the plan or in an update, and be touched or change their width later."""
    files = [plan, *(front for front in fronts if front.get("draft") != "true")]
    for item_id in ("a", "b"):
        birth = draw(st.integers(0, len(files) - 1))
        files[birth].setdefault(register, {})[item_id] = {"title": f"The {register} called {item_id}", **words}
        if draw(st.booleans()):
            files[birth][register][item_id]["visibility"] = draw(WIDTHS)
        for front in files[birth + 1 :]:
            if draw(st.booleans()):
                continue
            front.setdefault(register, {})[item_id] = {}
            if draw(st.booleans()):
                front[register][item_id]["visibility"] = draw(NEW_WIDTHS)


def _put_texts(draw: Draw, fields: Fields, name: str, way: str, ids: list[str]) -> None:
    """Give every item that a file names a note, and to some an owner, that no other file and item have."""
    for register in REGISTERS:
        for item_id, patch in (fields.get(register) or {}).items():
            words = f"{register}-{item_id}-{name}"
            patch["note"] = f"Noted {words}: [file]({way}files/{words}.txt)"
            if draw(st.booleans()) and ids:
                patch["note"] += f" [more]({'' if way else 'updates/'}{draw(st.sampled_from(ids))}.md)"
            if draw(st.booleans()):
                patch["owner"] = draw(st.sampled_from(PEOPLE))
            if patch.get("why"):
                patch["why"] = f"Because of {words}"
            if register == "deliverables" and draw(st.booleans()):
                patch["url"] = f"{way}files/{words}.pdf"


def is_seen(width: str | None, audience: Audience) -> bool:
    """Tell whether an audience sees what is for `width`."""
    order = ["client", "agency", "internal"]
    return order.index(width or "client") <= order.index(audience.value)
