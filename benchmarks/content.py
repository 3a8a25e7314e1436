"""A size and a seed become clients, projects and updates: the same each time, in no program's own form."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

SEED = 1
START = date(2025, 1, 6)
SIZES = {"XS": (2, 2, 5), "S": (10, 5, 20), "M": (50, 10, 20), "L": (200, 25, 20)}
"""Clients, projects of each, updates of each project."""

HEALTHS = ("on-track", "on-track", "at-risk", "off-track")
LEVELS = ("low", "medium", "high")
VERBS, NOUNS, LINKS, NAMES = (line.split() for line in Path(__file__).with_name("words.txt").read_text().splitlines())


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One milestone, as agreed and as it moved."""

    id: str
    title: str
    agreed: date
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One risk and what is done about it."""

    id: str
    title: str
    level: str
    owner: str
    response: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that the client has to do."""

    id: str
    title: str
    due: date
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One week's report: about 230 words of Markdown."""

    day: date
    slug: str
    headline: str
    health: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A plan and its updates, oldest first."""

    id: str
    name: str
    summary: str
    start: date
    end: date
    milestones: tuple[Milestone, ...]
    risks: tuple[Risk, ...]
    actions: tuple[Action, ...]
    updates: tuple[Update, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A client and its projects."""

    id: str
    name: str
    projects: tuple[Project, ...]


def parse_size(text: str) -> tuple[int, int, int]:
    """Read a size: a name, or `10x5x20` for clients, projects of each, updates of each."""
    if text in SIZES:
        return SIZES[text]
    clients, projects, updates = (int(part) for part in text.split("x"))
    return clients, projects, updates


def make_clients(size: tuple[int, int, int]) -> Iterator[Client]:
    """Invent the clients of a size, one after the other."""
    clients, projects, updates = size
    for number in range(clients):
        dice = random.Random(f"{SEED} {number}")
        yield Client(
            id=f"client-{number:03d}",
            name=f"{dice.choice(NAMES)} & {dice.choice(NAMES)} {number}",
            projects=tuple(_make_project(dice, place, updates) for place in range(projects)),
        )


def _make_project(dice: random.Random, place: int, updates: int) -> Project:
    start = START + timedelta(days=dice.randint(0, 20))
    return Project(
        id=f"project-{place:02d}",
        name=f"{dice.choice(NOUNS).title()} {dice.choice(NOUNS)} {place}",
        summary=_say(dice, 20),
        start=start,
        end=start + timedelta(days=210),
        milestones=tuple(_make_milestone(dice, start, index) for index in range(8)),
        risks=tuple(
            Risk(
                id=f"risk-{index}",
                title=_say(dice, 7),
                level=dice.choice(LEVELS),
                owner=dice.choice(NAMES),
                response=_say(dice, 9),
            )
            for index in range(4)
        ),
        actions=tuple(
            Action(
                id=f"action-{index}",
                title=_say(dice, 8),
                due=start + timedelta(days=dice.randint(5, 180)),
                owner=dice.choice(NAMES),
            )
            for index in range(3)
        ),
        updates=tuple(
            Update(
                day=START + timedelta(weeks=week),
                slug=f"week-{week:02d}",
                headline=_say(dice, 6).rstrip("."),
                health=dice.choice(HEALTHS),
                body=_write(dice, week),
            )
            for week in range(updates)
        ),
    )


def _make_milestone(dice: random.Random, start: date, index: int) -> Milestone:
    agreed = start + timedelta(days=25 * (index + 1))
    moved = dice.choice((0, 0, 3, 5, 9))
    title = _say(dice, 3).rstrip(".")
    return Milestone(id=f"milestone-{index}", title=title, agreed=agreed, due=agreed + timedelta(days=moved))


def _say(dice: random.Random, words: int) -> str:
    """Return a sentence of so many words."""
    parts = ["We", dice.choice(VERBS), "the", dice.choice(NOUNS)]
    while len(parts) < words:
        parts += [dice.choice(LINKS), "the", dice.choice(NOUNS)]
    return " ".join(parts[:words]) + "."


def _write(dice: random.Random, week: int) -> str:
    """Return an update's body: paragraphs, lists, a table, a quotation, code and links."""
    rows = "\n".join(
        f"| {dice.choice(NOUNS).title()} | {dice.randint(1, 80)} | {dice.randint(1, 80)} | {dice.choice(LEVELS)} |"
        for _ in range(4)
    )
    done = "\n".join(f"- **{dice.choice(NOUNS).title()}:** {_say(dice, 9)}" for _ in range(4))
    following = "\n".join(f"{number}. {_say(dice, 8)}" for number in (1, 2, 3))
    link = f"[{dice.choice(NOUNS)} plan](https://example.com/{dice.choice(NOUNS)}/{week})"
    return f"""{_say(dice, 18)} **{_say(dice, 4)}** {_say(dice, 17)}

## What was done

{done}

{_say(dice, 16)} The {link} tells more. {_say(dice, 14)}

| What | Planned | Done | Left |
| --- | ---: | ---: | --- |
{rows}

### What comes next

{following}

```text
release {week}.{dice.randint(0, 9)} to staging
checked by {dice.choice(NAMES)}
```

> {_say(dice, 14)}

{_say(dice, 18)} *{_say(dice, 5)}* {_say(dice, 15)}
"""
