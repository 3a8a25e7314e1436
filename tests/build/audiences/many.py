"""A number becomes a client whose every text, in every field, holds a word that only this client has."""

import re
from dataclasses import fields

from sitegen.model import ClientHead, Person, PlanHead, Register
from sitegen.model.items import ITEM_SHAPES, Item
from tests.build.audiences.written import Fields, write_yaml

CLIENTS = range(50)
AGENCIES = range(50, 55)
"""Agencies have numbers of their own; each stands before five clients."""
WORD = re.compile(rb"q(\d\d)z", re.IGNORECASE)
"""Finds the number of whomever a word is about."""
DAY = "2026-02-02"


def agency_of(number: int) -> int | None:
    """Return the number of a client's agency; every other client has one."""
    return AGENCIES[number // 10] if number % 2 == 0 else None


def mode_of(number: int) -> str:
    """Return how a client's folder is protected; agencies' are behind links."""
    return "link" if number % 4 < 2 else "public"


def lay_out_many() -> dict[str, str]:
    """Return the files of a site of all clients and agencies."""
    files = {
        "sitegen.yml": "name: Firm\nurl: https://status.example.com/\n",
        "content/people.yml": write_yaml({f"{_word(n, 'pm')}": _person(n, "pm", "photos/") for n in CLIENTS}),
    }
    for number in CLIENTS:
        files |= _lay_out_client(number)
        files[f"content/photos/{_word(number, 'pm')}.svg"] = _picture(number, "pm")
    for number in AGENCIES:
        head = {"name": _word(number, "name"), "contact": _word(number % 10, "pm"), "access": {"mode": "link"}}
        head["people"] = {_word(number, "ally"): _person(number, "ally", "../photos/")}
        files[f"content/agencies/{_word(number, 'agency')}.yml"] = write_yaml(head)
        files[f"content/photos/{_word(number, 'ally')}.svg"] = _picture(number, "ally")
    return files


def _word(number: int, name: str) -> str:
    return f"q{number:02}z{name}"


def _picture(number: int, name: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg"><title>{_word(number, name)}</title></svg>'


def _person(number: int, name: str, folder: str) -> Fields:
    person = {field.name: _word(number, f"{name}-{field.name}") for field in fields(Person)}
    return person | {
        "email": f"{_word(number, name)}@example.com",
        "photo": f"{folder}{_word(number, name)}.svg",
        "capacity": 40,
    }


def _lay_out_client(number: int) -> dict[str, str]:
    agency = agency_of(number)
    head: Fields = {
        "name": _word(number, "name"),
        "language": "en",
        "logo": f"{_word(number, 'logo')}.svg",
        "brand": {"color": "#123456", "logo": f"{_word(number, 'brand')}.svg"},
        "contact": _word(number, "pm"),
        "people": {_word(number, "boss"): _person(number, "boss", "")},
        "agency": _word(agency, "agency") if agency else None,
        "importance": "key",
        "access": {"mode": mode_of(number)},
    }
    assert head.keys() == {field.name for field in fields(ClientHead)}
    folder = f"content/clients/{_word(number, 'client')}"
    files = {f"{folder}/client.yml": write_yaml({name: value for name, value in head.items() if value})}
    files |= {f"{folder}/{_word(number, name)}.svg": _picture(number, name) for name in ("logo", "brand", "boss")}
    files[f"content/surveys/{_word(number, 'survey')}.yml"] = write_yaml(_make_survey(number))
    for project in ("project", "second") if number % 10 == 0 else ("project",):
        files |= _lay_out_project(number, f"{folder}/{_word(number, project)}")
    return files


def _make_survey(number: int) -> Fields:
    question = {"type": "nps", "text": _word(number, "ask"), "help": _word(number, "help"), "low": _word(number, "low")}
    return {
        "title": _word(number, "survey-title"),
        "intro": _word(number, "intro"),
        "thanks": _word(number, "thanks"),
        "questions": {
            _word(number, "nps"): question,
            _word(number, "choice"): {
                "type": "choice",
                "text": _word(number, "choose"),
                "options": {_word(number, "option"): _word(number, "option-text")},
            },
        },
    }


def _lay_out_project(number: int, folder: str) -> dict[str, str]:
    brief = _word(number, "brief")
    plan: Fields = {
        "name": _word(number, "project-name"),
        "summary": _word(number, "summary"),
        "start": "2026-01-05",
        "end": "2026-06-01",
        "health": "on-track",
        "contact": _word(number, "pm"),
        "team": {_word(number, "pm"): 8, _word(number, "boss"): 1},
        "goals": [_word(number, "goal")],
        "scope": {"in": [_word(number, "in")], "out": [_word(number, "out")]},
        "budget": {"unit": _word(number, "unit"), "agreed": 100, "used": 10, "forecast": 90},
        "sla": {"answer": "4h", "resolve": "2d"},
        "cadence": "7d",
        "brief": {"version": _word(number, "version"), "date": DAY, "file": f"files/{brief}.txt"},
        "surveys": {_word(number, "survey"): {"when": "always"}},
        "visibility": "client",
    }
    assert plan.keys() == {field.name for field in fields(PlanHead)}
    plan |= {register.value: {_word(number, register.value): _make_item(number, register)} for register in Register}
    link = _word(number, "file")
    update: Fields = {
        "headline": _word(number, "headline"),
        "author": _word(number, "pm"),
        "health": "at-risk",
        "end": {"to": "2026-06-15", "why": _word(number, "end-why"), "side": "us"},
        "internal": _word(number, "internal"),
        "milestones": {
            _word(number, "milestones"): {"due": "2026-05-05", "why": _word(number, "why"), "side": "client"},
            _word(number, "late"): {"title": _word(number, "late-title"), "due": "2026-04-04"},
        },
    }
    body = f"# {_word(number, 'heading')}\n[x](../files/{link}.txt)\n"
    first, second = f"2026-02-09-{_word(number, 'first')}", f"2026-02-16-{_word(number, 'second')}"
    return {
        f"{folder}/project.yml": write_yaml(plan),
        f"{folder}/updates/{first}.md": f"---\n{write_yaml(update)}---\n{body}",
        f"{folder}/updates/{second}.md": f"{_word(number, 'body')} [back]({first}.md)\n",
        **{f"{folder}/files/{name}.txt": name for name in (brief, link, _word(number, "deliverable"))},
    }


def _make_item(number: int, register: Register) -> Fields:
    """Fill every field of a register's items: with a word of its own wherever a text may stand."""
    values: Fields = {
        "visibility": "client",
        "owner": _word(number, "owner"),
        "due": "2026-03-03",
        "start": DAY,
        "done": None,
        "weight": 2,
        "progress": 20,
        "health": "on-track",
        "baseline": "2026-03-01",
        "status": None,
        "milestone": _word(number, "milestones"),
        "url": f"files/{_word(number, 'deliverable')}.txt",
        "accepted": None,
        "accepted_by": _word(number, "boss"),
        "quality": [{"check": _word(number, "check"), "passed": True}],
        "who": "client",
        "likelihood": "high",
        "impact": "high",
        "options": {_word(number, "way"): _make_option(number)},
        "decide_by": "2026-03-10",
        "decision": None,
        "days": 3,
        "amount": 5,
        "decided": "2026-01-20",
        "asked": "2026-01-20 10:00",
        "answered": "2026-01-20 11:00",
        "resolved": None,
    }
    shape: type[Item] = ITEM_SHAPES[register]
    names = [field.name for field in fields(shape)]
    made = {name: values.get(name, _word(number, f"{register.value}-{name}")) for name in names}
    return {name: value for name, value in made.items() if value is not None}


def _make_option(number: int) -> Fields:
    return {
        "title": _word(number, "way-title"),
        "note": _word(number, "way-note"),
        "days": 1,
        "amount": 2,
        "recommended": True,
    }
