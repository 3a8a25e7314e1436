"""Feeds and calendars as readers take them: parsed by the libraries that programs use."""

from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
from icalendar import Calendar

from sitegen.build import Request, build
from tests.cases import write_files

FILES = {
    "sitegen.yml": "name: Firm & Co\nurl: https://status.firm.example/s/\ntimezone: Europe/Kyiv\n",
    "content/people.yml": "olena: {name: Olena K}\n",
    "content/clients/acme/client.yml": "name: Acme\n",
    "content/clients/acme/shop/project.yml": (
        "name: Shop\nstart: 2026-01-05\nmilestones:\n"
        "  beta: {title: Beta, due: 2026-03-02}\n"
        "  later: {title: Later, due: 2026-Q3}\n"
        "  never: {title: Never, due: tbd}\n"
        "actions:\n  logo: {title: Send the logo, due: 2026-02-10}\n"
    ),
    "content/clients/acme/shop/files/plan.md": "# Plan\n",
    "content/clients/acme/shop/updates/2026-01-19.md": (
        "---\nheadline: We began\nauthor: olena\nhealth: on-track\n---\nSee [the plan](../files/plan.md) <b>now</b>.\n"
    ),
    "content/clients/acme/shop/updates/2026-02-02.md": (
        "---\nmilestones:\n  beta: {due: 2026-03-16, why: The bank is late, side: third-party}\n---\n"
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small site on disk."""
    write_files(FILES, tmp_path)
    return tmp_path


def build_at(root: Path, day: str) -> Path:
    """Build the site as of a day, and return the project's folder."""
    build(Request(config=root / "sitegen.yml", day=date.fromisoformat(day), jobs=1))
    return root / "site/acme/shop"


def read_events(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what a calendar program reads, by UID."""
    calendar: Any = Calendar.from_ical((folder / "milestones.ics").read_bytes())
    return {
        str(event["uid"]): {
            "start": event["dtstart"].dt,
            "end": event["dtend"].dt,
            "sequence": int(event["sequence"]),
            "status": str(event["status"]),
        }
        for event in calendar.walk("VEVENT")
    }


def test_a_feed_is_read_without_complaint(root: Path) -> None:
    feed = feedparser.parse((build_at(root, "2026-02-03") / "updates.atom").read_bytes())

    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.id == "tag:status.firm.example,2026-01-05:acme/shop"
    assert [entry.id for entry in feed.entries] == [
        "tag:status.firm.example,2026-02-02:acme/shop/2026-02-02",
        "tag:status.firm.example,2026-01-19:acme/shop/2026-01-19",
    ]
    assert feed.entries[1].title == "Shop: We began"
    assert feed.entries[1].author == "Olena K"
    assert feed.entries[1].updated == "2026-01-19T00:00:00+02:00"


def test_links_in_a_feed_are_absolute(root: Path) -> None:
    feed = feedparser.parse((build_at(root, "2026-02-03") / "updates.atom").read_bytes())

    assert feed.entries[1].link == "https://status.firm.example/s/acme/shop/updates/2026-01-19/"
    content = feed.entries[1].content[0].value
    assert 'href="https://status.firm.example/s/acme/shop/files/plan.md"' in content


def test_a_feed_tells_the_computed_changes_before_the_prose(root: Path) -> None:
    feed = feedparser.parse((build_at(root, "2026-02-03") / "updates.atom").read_bytes())

    moved = feed.entries[0].content[0].value
    assert "14 days later" in moved
    assert "The bank is late" in moved


def test_a_client_has_a_feed_of_all_its_projects(root: Path) -> None:
    folder = build_at(root, "2026-02-03")

    feed = feedparser.parse((folder.parent / "updates.atom").read_bytes())

    assert feed.feed.id == "tag:status.firm.example,2026-01-05:acme"
    assert len(feed.entries) == 2


def test_a_feed_holds_the_ten_newest_updates(root: Path) -> None:
    for day in range(10, 19):
        update = f"content/clients/acme/shop/updates/2026-02-{day}.md"
        write_files({update: f"---\nheadline: Day {day}\n---\n"}, root)
    folder = build_at(root, "2026-02-20")

    for path in (folder / "updates.atom", folder.parent / "updates.atom"):
        feed = feedparser.parse(path.read_bytes())
        assert [entry.id[-10:] for entry in feed.entries] == [
            *(f"2026-02-{day}" for day in range(18, 9, -1)),
            "2026-02-02",
        ]


def test_a_moved_milestone_keeps_its_uid_and_raises_its_sequence(root: Path) -> None:
    uid = "milestone-beta.shop.acme@status.firm.example"
    before = read_events(build_at(root, "2026-01-20"))[uid]
    after = read_events(build_at(root, "2026-02-03"))[uid]

    assert (before["start"], before["end"]) == (date(2026, 3, 2), date(2026, 3, 3))
    assert after["start"] == date(2026, 3, 16)
    assert after["sequence"] > before["sequence"]


def test_a_vague_date_covers_its_whole_span_and_an_unknown_one_is_left_out(root: Path) -> None:
    events = read_events(build_at(root, "2026-02-03"))

    later = events["milestone-later.shop.acme@status.firm.example"]
    assert (later["start"], later["end"]) == (date(2026, 7, 1), date(2026, 10, 1))
    assert not [uid for uid in events if "never" in uid]


def test_what_is_needed_from_the_client_is_in_the_calendar_until_it_is_done(root: Path) -> None:
    uid = "action-logo.shop.acme@status.firm.example"
    assert uid in read_events(build_at(root, "2026-02-03"))

    update = root / "content/clients/acme/shop/updates/2026-02-09.md"
    update.write_text("---\nactions: {logo: {done: 2026-02-09}}\n---\n")
    assert uid not in read_events(build_at(root, "2026-02-09"))


def test_a_dropped_milestone_is_cancelled(root: Path) -> None:
    update = root / "content/clients/acme/shop/updates/2026-02-09.md"
    update.write_text("---\nmilestones: {beta: {status: dropped}}\n---\n")

    events = read_events(build_at(root, "2026-02-09"))

    assert events["milestone-beta.shop.acme@status.firm.example"]["status"] == "CANCELLED"


def test_without_a_url_feeds_and_calendars_are_left_out_with_a_warning(root: Path) -> None:
    (root / "sitegen.yml").write_text("name: Firm\n")

    report = build(Request(config=root / "sitegen.yml", day=date(2026, 2, 3), jobs=1))

    assert [problem.rule for problem in report.warnings if problem.position.path == "sitegen.yml"] == ["missing-field"]
    assert not list((root / "site").rglob("*.atom"))
    assert not list((root / "site").rglob("*.ics"))
    assert (root / "site/acme/shop/badge.svg").is_file()


def test_a_badge_says_its_words(root: Path) -> None:
    badge = (build_at(root, "2026-02-03") / "badge.svg").read_text()

    assert 'aria-label="Shop: On track"' in badge
    assert "<title>Shop: On track</title>" in badge
