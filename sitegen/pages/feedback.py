"""The figures of feedback.yml become what the portfolio shows of each project and each client."""

from collections.abc import Iterable
from datetime import date

from sitegen.model import Client, FigureEntry, Site, parse_due
from sitegen.pages import views
from sitegen.survey import Figure, compare, find_quarter_before, name_quarter

_TYPES: tuple[str, ...] = ("nps", "NPS-like", "csat", "ces", "rating")
"""Of a project's figures of one quarter, which one stands for it: the first that there is."""

_UNITS: dict[str, str] = {"nps": "score", "NPS-like": "score", "csat": "share"}


def find_latest(site: Site, client_id: str, project_id: str, day: date) -> views.FeedbackFigure | None:
    """Return the figure that stands for a project on a day: of the newest quarter, the most telling."""
    own = [entry for entry in _list_entries(site, day) if (entry.client, entry.project) == (client_id, project_id)]
    if not own:
        return None
    newest = max(entry.quarter for entry in own)
    latest = min((entry for entry in own if entry.quarter == newest), key=lambda entry: _TYPES.index(entry.type))
    return _make_figure(latest, own, site)


def list_feedback(site: Site, clients: Iterable[Client], day: date) -> tuple[views.ClientFeedback, ...]:
    """Return what each client's answers came to until a day; clients without any are left out."""
    found = []
    for client in clients:
        own = [entry for entry in _list_entries(site, day) if entry.client == client.id and entry.project is None]
        ordered = sorted(own, key=lambda entry: entry.quarter, reverse=True)
        figures = tuple(_make_figure(entry, own, site) for entry in ordered)
        if figures:
            found.append(views.ClientFeedback(client=client.head.name, figures=figures))
    return tuple(found)


def _list_entries(site: Site, day: date) -> tuple[FigureEntry, ...]:
    """Return the figures of all quarters that have begun."""
    entries = site.snapshot.head.figures if site.snapshot else ()
    return tuple(entry for entry in entries if entry.quarter <= name_quarter(day))


def _make_figure(entry: FigureEntry, own: Iterable[FigureEntry], site: Site) -> views.FeedbackFigure:
    survey = site.surveys.get(entry.survey)
    question = (survey.head.questions or {}).get(entry.question) if survey else None
    before = find_quarter_before(entry.quarter)
    figure = _read_figure(entry)
    earlier = next((each for each in own if _is_same(each, entry) and each.quarter == before), None)
    way = compare(_read_figure(earlier), figure) if earlier else 0
    unit = _UNITS.get(entry.type, "mean")
    return views.FeedbackFigure(
        survey=survey.head.title if survey else entry.survey,
        question=question.text if question else entry.question,
        quarter=parse_due(entry.quarter),
        type=entry.type,
        unit=unit,
        n=entry.n,
        value=_round(entry.value, unit),
        low=_round(entry.low, unit) if entry.low is not None else None,
        high=_round(entry.high, unit) if entry.high is not None else None,
        is_small=figure.is_small,
        trend="higher" if way > 0 else "lower" if way < 0 else None,
        before=parse_due(before),
    )


def _is_same(one: FigureEntry, other: FigureEntry) -> bool:
    """Tell whether two figures are of the same question, asked in the same way."""
    return (one.survey, one.question, one.type) == (other.survey, other.question, other.type)


def _read_figure(entry: FigureEntry) -> Figure:
    return Figure(type=entry.type, n=entry.n, value=entry.value, low=entry.low, high=entry.high, method="")


def _round(number: float, unit: str) -> float:
    if unit == "share":
        return number
    return round(number) if unit == "score" else round(number, 1)
