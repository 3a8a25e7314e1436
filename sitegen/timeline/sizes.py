"""The sizes of type and marks, in px, that all drawings share and that a theme's stylesheet must keep."""

TITLE_PX = 13.0
"""Font size of titles."""
SMALL_PX = 12.0
"""Font size of dates, ticks, phases and slips."""
LINE_PX = 17.0
"""From baseline to baseline of titles and dates."""
SMALL_LINE_PX = 15.0
"""From baseline to baseline of phases, and the height of a tick's room."""
DATE_PX = 128.0
"""What a formatted date takes at most, as in `Wed 28 Sept 2026`."""
TODAY_PX = 120.0
MARK_RADIUS_PX = 7.0
"""Half of a mark's width and height."""
BAR_PX = 6.0
"""How thick bars, spans and bands are."""
GAP_PX = 6.0
"""Between a mark and its label."""
NARROWEST_PX = 280
"""The narrowest drawing in which everything finds its place."""


def check_width(width_px: float) -> None:
    """Refuse a drawing that is too narrow with a `ValueError`."""
    if width_px < NARROWEST_PX:
        raise ValueError(f"a drawing {width_px} px wide is too narrow; take {NARROWEST_PX} or more")
