"""Pages that are no template of a theme become bytes: what other programs read, and what hosts are told."""

from collections.abc import Callable
from dataclasses import replace
from html import unescape

from sitegen.feeds import format_atom, format_calendar, format_portfolio_csv, format_portfolio_json, format_status
from sitegen.pages import BadgeView, CalendarView, FeedEntry, FeedView, Page, PortfolioPage, StatusView
from sitegen.render.hosting import HEADERS, ROBOTS
from sitegen.theme import Theme
from sitegen.timeline import measure_text

BADGE_FONT_PX = 12
BADGE_SPACE_PX = 10
BADGE_MARK_PX = 18


def make_status(page: Page, theme: Theme) -> bytes:
    """Write `status.json`."""
    assert isinstance(page.view, StatusView)
    return format_status(page.view)


def make_atom(page: Page, theme: Theme) -> bytes:
    """Write a feed; titles and texts are the theme's words."""
    assert isinstance(page.view, FeedView)

    def say(entry: FeedEntry) -> tuple[str, str]:
        update = entry.page
        if update.update.entry.headline:
            title = f"{update.project.text}: {update.update.entry.headline}"
        else:
            title = unescape(_say("feed-title.txt", page, theme, update)).strip()
        return title, _say("feed-entry.html", page, theme, update)

    return format_atom(page.view, say)


def make_calendar(page: Page, theme: Theme) -> bytes:
    """Write a calendar."""
    assert isinstance(page.view, CalendarView)
    return format_calendar(page.view)


def make_portfolio_csv(page: Page, theme: Theme) -> bytes:
    """Write the portfolio for spreadsheets."""
    assert isinstance(page.view, PortfolioPage)
    return format_portfolio_csv(page.view)


def make_portfolio_json(page: Page, theme: Theme) -> bytes:
    """Write the portfolio for programs."""
    assert isinstance(page.view, PortfolioPage)
    return format_portfolio_json(page.view)


def make_badge(page: Page, theme: Theme) -> bytes:
    """Draw a badge, as wide as its words need."""
    assert isinstance(page.view, BadgeView)
    word = unescape(_say("badge.txt", page, theme, page.view)).strip()
    name_width = round(measure_text(page.view.name, BADGE_FONT_PX) + 2 * BADGE_SPACE_PX)
    word_width = round(measure_text(word, BADGE_FONT_PX) + 2 * BADGE_SPACE_PX + BADGE_MARK_PX)
    view = replace(page.view, word=word, name_width=name_width, width=name_width + word_width)
    return _say("badge.svg", page, theme, view).encode()


def _say(template: str, page: Page, theme: Theme, view: object) -> str:
    return theme.render(template, view, language=page.language, assets_url=page.assets_url, page=page.path)


MAKERS: dict[str, Callable[[Page, Theme], bytes]] = {
    "status.json": make_status,
    "updates.atom": make_atom,
    "milestones.ics": make_calendar,
    "badge.svg": make_badge,
    "portfolio.csv": make_portfolio_csv,
    "portfolio.json": make_portfolio_json,
    "robots.txt": lambda page, theme: ROBOTS,
    "_headers": lambda page, theme: HEADERS,
}
"""By a page's template, what makes it."""
