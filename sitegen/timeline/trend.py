"""Forecasts to the milestone trend: reporting dates across, forecast dates up, one line a milestone."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sitegen.timeline.drawing import Trend, TrendLine
from sitegen.timeline.frame import SHORTEST_DAYS, Range, Scale, fit_scale
from sitegen.timeline.lettering import wrap_text
from sitegen.timeline.marks import Series
from sitegen.timeline.packing import spread
from sitegen.timeline.shapes import Box, Point, Segment, make_label, round_px
from sitegen.timeline.sizes import DATE_PX, GAP_PX, LINE_PX, MARK_RADIUS_PX, SMALL_LINE_PX, TITLE_PX, check_width
from sitegen.timeline.trend_ticks import FORECAST_PX, lay_out_forecast_ticks, lay_out_reported_ticks

_GUTTER_PX = 28.0
"""Between the plot and the titles, where the leaders part."""
_WIDEST_PX = 190.0
_GAP_PX = 6.0


class _Plot(NamedTuple):
    """The plot and its two scales: across for reporting dates, down (so with negative px a day) for forecasts."""

    box: Box
    across: Scale
    up: Scale

    def place(self, reported_on: date, forecast: date) -> Point:
        """Return where a forecast made on a day lies."""
        return Point(x=self.across.place(reported_on), y=self.up.place(forecast))


def lay_out_trend(series: Sequence[Series], *, width_px: float = 1040, height_px: float = 320) -> Trend:
    """Lay out how the forecast of each milestone's date moved from report to report.

    A series that never named a day has no line and is left out. `height_px` is that of the plot, which grows where the
    titles beside it need more. Raises `ValueError` for a width below 280.
    """
    check_width(width_px)
    told = [each for each in series if any(forecast.day for forecast in each.forecasts)]
    text_width = max(DATE_PX, min(_WIDEST_PX, width_px / 4))
    titles = [wrap_text(each.title, text_width, TITLE_PX) for each in told]
    heights = [LINE_PX * (len(lines) + 1) + _GAP_PX for lines in titles]
    box = Box(
        x=FORECAST_PX,
        y=MARK_RADIUS_PX,
        width=round_px(width_px - FORECAST_PX - text_width - _GUTTER_PX),
        height=round_px(max(height_px, sum(heights))),
    )
    height = box.bottom + 2 * (SMALL_LINE_PX + 3)
    if not told:
        return Trend(
            width=width_px,
            height=height,
            plot=box,
            reported_ticks=(),
            years=(),
            forecast_ticks=(),
            reached=None,
            lines=(),
        )
    forecasts = [forecast for each in told for forecast in each.forecasts]
    reported = _find_ends(forecast.reported_on for forecast in forecasts)
    named = _find_ends(forecast.day for forecast in forecasts if forecast.day)
    plot = _fit_plot(reported, named, box)
    ticks, years = lay_out_reported_ticks(plot.across, box)
    return Trend(
        width=width_px,
        height=height,
        plot=box,
        reported_ticks=ticks,
        years=years,
        forecast_ticks=lay_out_forecast_ticks(plot.up, box),
        reached=_reached(plot, reported, named),
        lines=_lay_out_lines(
            told, titles, heights, plot, text_x=round_px(width_px - text_width), text_width=round_px(text_width)
        ),
    )


def _find_ends(days: Iterable[date]) -> Range:
    """Return the first and the last of some days."""
    listed = list(days)
    return Range(first=min(listed), last=max(listed))


def _fit_plot(reported: Range, named: Range, box: Box) -> _Plot:
    """Return the plot with scales that hold every forecast, with some air above and below."""
    across = fit_scale(_widen(reported), box.x, box.width)
    forecasts = _widen(named)
    rising = fit_scale(forecasts, 0.0, box.height - 4 * MARK_RADIUS_PX).px_per_day
    up = Scale(first=forecasts.first, origin=box.bottom - 2 * MARK_RADIUS_PX, px_per_day=-rising)
    return _Plot(box, across, up)


def _widen(days: Range) -> Range:
    """Return the range, made longer where it is too short to draw."""
    first = days.first.toordinal()
    end = min(max(days.last.toordinal(), first + SHORTEST_DAYS), date.max.toordinal())
    return Range(first=date.fromordinal(min(first, end - SHORTEST_DAYS)), last=date.fromordinal(end))


def _reached(plot: _Plot, reported: Range, named: Range) -> Segment | None:
    """Return the line on which forecast and reporting date are the same, as far as it crosses the plot."""
    first, last = max(reported.first, named.first), min(reported.last, named.last)
    if first >= last:
        return None
    low, high = plot.place(first, first), plot.place(last, last)
    return Segment(x1=low.x, y1=low.y, x2=high.x, y2=high.y)


def _lay_out_lines(
    series: Sequence[Series],
    titles: Sequence[tuple[str, ...]],
    heights: Sequence[float],
    plot: _Plot,
    *,
    text_x: float,
    text_width: float,
) -> tuple[TrendLine, ...]:
    """Return the lines, in the order given, their titles at the right in the order of their ends."""
    pieces = [_find_pieces(each, plot) for each in series]
    order = sorted(range(len(series)), key=lambda number: pieces[number][-1][-1].y)
    wanted = [pieces[number][-1][-1].y - LINE_PX / 2 for number in order]
    tops = spread(wanted, [heights[number] for number in order], 0.0, plot.box.bottom)
    top_of = dict(zip(order, tops, strict=True))
    elbow_x, label_x = round_px(plot.box.right + GAP_PX), round_px(text_x - GAP_PX)
    lines = []
    for number, each in enumerate(series):
        end, top = pieces[number][-1][-1], round_px(top_of[number])
        title = Box(x=text_x, y=top, width=text_width, height=LINE_PX * len(titles[number]))
        lines.append(
            TrendLine(
                series=each,
                index=number,
                pieces=pieces[number],
                kept=_is_kept(each),
                is_dated=each.forecasts[-1].day is not None,
                end=end,
                title=make_label(titles[number], box=title, line_px=LINE_PX),
                leader=(end, Point(x=elbow_x, y=end.y), Point(x=label_x, y=round_px(top + LINE_PX / 2))),
            )
        )
    return tuple(lines)


def _is_kept(series: Series) -> bool:
    """Tell whether the date that holds, if one does, is none later than the first one named, and has not passed."""
    first = next(forecast.day for forecast in series.forecasts if forecast.day)
    last = series.forecasts[-1].day
    return last is not None and last <= first and series.state != "overdue"


def _find_pieces(series: Series, plot: _Plot) -> tuple[tuple[Point, ...], ...]:
    """Return the polylines of a series, parted where no day was named."""
    pieces: list[list[Point]] = [[]]
    for forecast in series.forecasts:
        if forecast.day:
            pieces[-1].append(plot.place(forecast.reported_on, forecast.day))
        elif pieces[-1]:
            pieces.append([])
    return tuple(tuple(piece) for piece in pieces if piece)
