"""A built page becomes what a browser sees of it: at all widths, in both schemes, on paper, without scripts."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.browser.paper import find_titles
from tests.browser.sites import Place
from tests.browser.tab import OF_LOOKS, Tab

WIDTHS_PX = (320, 360, 768, 1280)
PAPER_PX = 695
"""A4 less its margins."""
TABLE_OF_DATES = "#milestones"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What there is to see; faults are sentences."""

    barriers: tuple[str, ...]
    layout: tuple[str, ...]
    structure: tuple[str, ...]
    noise: tuple[str, ...]
    dead_links: tuple[str, ...]
    lines: tuple[str, ...]
    plain_lines: tuple[str, ...]
    """The lines without scripts, from disk."""
    looks: tuple[str, ...]
    plain_looks: tuple[str, ...]
    headings: tuple[str, ...]
    bookmarks: tuple[str, ...]
    """The headings on paper."""


def see(scripted: Tab, plain: Tab, place: Place) -> Sight:
    """Look at a page in every way."""
    # A host answers with this page at any depth, so its addresses begin at the host's root and not at its own folder.
    from_disk = place.url if place.file.name == "404.html" else place.file.as_uri()
    scripted.open(from_disk, place.day, WIDTHS_PX[0])
    noise = list(scripted.noise)
    scripted.open(place.url, place.day, WIDTHS_PX[0])
    structure, looks = scripted.ask("structure()"), scripted.ask("looks()")
    layout = [f"folded: {fault}" for fault in scripted.ask("layout()")]
    scripted.ask("unfold()")
    lines, headings = scripted.ask("lines()"), scripted.ask("headings('h1, h2')")
    barriers = []
    for width_px in WIDTHS_PX:
        scripted.resize(width_px)
        layout += [f"{width_px} px: {fault}" for fault in scripted.ask("layout()")]
        if width_px == 360:
            barriers += [f"light: {barrier}" for barrier in scripted.find_barriers()]
    scripted.page.emulate_media(color_scheme="dark")
    barriers += [f"dark: {barrier}" for barrier in scripted.find_barriers(OF_LOOKS)]
    layout += _open_table(scripted)
    noise += scripted.noise
    on_paper, faults, bookmarks = _print(scripted)
    plain.open(from_disk, place.day, WIDTHS_PX[0])
    plain.ask("unfold()")
    return Sight(
        barriers=tuple(barriers),
        layout=(*layout, *faults),
        structure=tuple(structure),
        noise=tuple(noise),
        dead_links=tuple(_find_dead(plain.ask("addresses()"))),
        lines=tuple(lines),
        plain_lines=tuple(plain.ask("lines()")),
        looks=tuple(looks),
        plain_looks=tuple(plain.ask("looks()")),
        headings=(*headings, *on_paper),
        bookmarks=bookmarks,
    )


def _open_table(tab: Tab) -> list[str]:
    """Return what is wrong with the layout once the table of dates is open."""
    tab.page.evaluate(f"() => {{ location.hash = '{TABLE_OF_DATES}'; }}")
    faults = []
    for width_px in (WIDTHS_PX[0], WIDTHS_PX[-1]):
        tab.resize(width_px)
        faults += [f"table, {width_px} px: {fault}" for fault in tab.ask("layout()")]
    return faults


def _print(tab: Tab) -> tuple[list[str], list[str], tuple[str, ...]]:
    """Return the headings that are to stand on paper, faults of the layout there, and the bookmarks of a PDF."""
    tab.page.emulate_media(media="print", color_scheme="light")
    tab.resize(PAPER_PX)
    faults = [f"paper: {fault}" for fault in tab.ask("layout()")]
    headings = tab.ask("headings('h1, h2, h3, h4, h5, h6')")
    pdf = tab.page.pdf(prefer_css_page_size=True, tagged=True, outline=True)
    return headings, faults, find_titles(pdf)


def _find_dead(addresses: Iterable[str]) -> list[str]:
    """Return the addresses on disk that are no file: a folder shows a listing there, not a page."""
    parts = {address: urlsplit(address) for address in addresses}
    return [
        address for address, part in parts.items() if part.scheme == "file" and not Path(unquote(part.path)).is_file()
    ]
