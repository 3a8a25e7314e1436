"""A site of many clients, each with words of its own in every field, so that a word tells whose it is."""

import re
from html import unescape
from pathlib import Path

from sitegen.access import Lock, make_lock, read_text
from tests.cases import part_files
from tests.sealed import SEALED, unlock

COUNT = 50
AGENCIES = {"north": range(10), "south": range(10, 20)}
"""The agencies, and the numbers of their clients."""

HUSH = "zzhushzz"
"""Stands in whatever is the firm's own."""

MARK = re.compile(r"qqxx([0-9]{2})qq")

CLIENT = """\
-- content/clients/client-MARK/client.yml --
name: Client MARK
logo: logo.svg
brand: {color: "#225577"}
contact: boss-MARK
people: {boss-MARK: {name: Boss MARK, role: Role MARK, email: MARK@example.com, photo: boss.svg}}
-- content/clients/client-MARK/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg"><title>Logo MARK</title></svg>
-- content/clients/client-MARK/boss.svg --
<svg xmlns="http://www.w3.org/2000/svg"><title>Photo MARK</title></svg>
-- content/clients/client-MARK/job-MARK/project.yml --
name: Job MARK
summary: Summary MARK
start: 2026-01-05
contact: boss-MARK
goals: [Goal MARK]
scope: {in: [In MARK], out: [Out MARK]}
surveys: {pulse: {when: always}}
milestones: {m-MARK: {title: Milestone MARK, due: 2026-11-01, phase: Phase MARK}}
deliverables: {d-MARK: {title: Deliverable MARK, quality: [{check: Check MARK, passed: true}]}}
actions: {a-MARK: {title: Action MARK, due: 2026-04-01}, a-HUSH: {title: HUSH, visibility: internal}}
risks: {r-MARK: {title: Risk MARK, response: Response MARK, owner: Owner MARK}}
issues: {i-MARK: {title: Issue MARK, options: {o-MARK: {title: Option MARK}}}}
changes: {c-MARK: {title: Change MARK, days: 2}}
decisions: {e-MARK: {title: Decision MARK, decided: 2026-01-01}}
requests: {q-MARK: {title: Request MARK, asked: 2026-02-02 10:00}}
questions: {f-MARK: {title: Question MARK, answer: Answer MARK}}
feedback: {b-MARK: {title: Feedback MARK, heard: Heard MARK, did: Did MARK}}
-- content/clients/client-MARK/job-MARK/updates/2026-03-01.md --
---
headline: Headline MARK
health: on-track
author: boss-MARK
internal: HUSH
milestones: {m-MARK: {due: 2026-12-01, why: Reason MARK}}
---

## Part MARK

[Plan MARK](../files/plan-MARK.txt) ![Picture MARK](../files/picture-MARK.svg)
-- content/clients/client-MARK/job-MARK/updates/2026-03-08.md --
---
visibility: internal
---
HUSH
-- content/clients/client-MARK/job-MARK/files/plan-MARK.txt --
File MARK
-- content/clients/client-MARK/job-MARK/files/picture-MARK.svg --
<svg xmlns="http://www.w3.org/2000/svg"><title>Drawing MARK</title></svg>
"""

FIELDS = tuple(sorted(set(re.findall(r"([A-Z][a-z]+) MARK", CLIENT)) - {"Request"}))
"""Words that stand before each client's own. All of them can be read by their reader; of requests only figures can."""


def name_password(reader: str) -> str:
    """Return a password that nobody else has."""
    return f"password of {reader}"


def write_crowd(mode: str) -> dict[str, str]:
    """Return the files of the site; `mode` is that of all readers."""
    files = {
        "sitegen.yml": f"name: Firm\nurl: https://status.example.com\naccess: {{mode: {mode}}}\n",
        "content/surveys/pulse.yml": "title: Pulse\nquestions: {score: {type: nps, text: How likely?}}\n",
        **{f"content/agencies/{name}.yml": f"name: Agency {name}\n" for name in AGENCIES},
    }
    for number in range(COUNT):
        agency = "".join(f"\nagency: {name}" for name, numbers in AGENCIES.items() if number in numbers)
        text = CLIENT.replace("name: Client MARK", f"name: Client MARK{agency}")
        files |= part_files(text.replace("MARK", f"qqxx{number:02}qq").replace("HUSH", HUSH))
    return files


def list_readers() -> dict[str, set[int]]:
    """Return the numbers of the clients that each reader may meet."""
    clients = {f"client-qqxx{number:02}qq": {number} for number in range(COUNT)}
    return clients | {name: set(numbers) for name, numbers in AGENCIES.items()}


def read_all(folder: Path, reader: str, *, is_locked: bool) -> str:
    """Return all that one who has the password can read in a folder, the names of its files too."""
    lock = make_lock("Firm", reader, [name_password(reader)]) if is_locked else None
    return "\n".join(
        f"{file.relative_to(folder)}\n{_read(file, lock)}" for file in sorted(folder.rglob("*")) if file.is_file()
    )


def _read(file: Path, lock: Lock | None) -> str:
    data = file.read_bytes()
    text = data.decode()
    if lock and file.suffix == ".html":
        text = SEALED.sub("", text) + unlock(data, lock).decode()
    return f"{unescape(text)}\n{read_text(file.name, data)}"
