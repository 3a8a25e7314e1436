"""The view of the portfolio becomes a table for spreadsheets, and JSON for programs."""

import json
from typing import Any

from sitegen.feeds.cells import format_table
from sitegen.pages import ClientFeedback, FeedbackFigure, PortfolioPage, PortfolioRow, Waiting


def describe_portfolio(view: PortfolioPage) -> list[dict[str, Any]]:
    """Return the plain values of each project, in the order of the page."""
    return [_describe_row(row) for row in view.rows]


def format_portfolio_json(view: PortfolioPage) -> bytes:
    """Write the portfolio as JSON: the day, the projects, the load of each person, and what each client answered."""
    assert view.head.as_of
    described = {
        "as_of": view.head.as_of.isoformat(),
        "projects": describe_portfolio(view),
        "load": [
            {"name": load.name, "hours": load.hours, "capacity": load.capacity, "over": load.is_over}
            for load in view.loads
        ],
        "feedback": [entry for client in view.feedback for entry in _list_feedback(client)],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def format_portfolio_csv(view: PortfolioPage) -> bytes:
    """Write the portfolio as CSV (RFC 4180) with a byte order mark, by which spreadsheets know its encoding."""
    rows = describe_portfolio(view)
    return format_table(list(rows[0]) if rows else ["client", "project"], rows).encode("utf-8-sig")


def _describe_row(row: PortfolioRow) -> dict[str, Any]:
    budget, end = row.budget, row.end
    milestone = row.next_milestone
    return {
        "client": row.client,
        "agency": row.agency,
        "importance": row.importance,
        "project": row.project.text,
        "url": row.project.href,
        "open": row.is_open,
        "health": row.health,
        "health_since": row.health_since.isoformat(),
        "updated": row.updated.isoformat() if row.updated else None,
        "silent_days": row.silent_days,
        "stale": row.is_stale,
        "next_update": row.next_update.due.isoformat() if row.next_update else None,
        "next_update_late": row.next_update.is_late if row.next_update else None,
        "next_milestone": milestone.title if milestone else None,
        "next_milestone_due": str(milestone.due) if milestone else None,
        "end_agreed": end.baseline.isoformat() if end and end.baseline else None,
        "end_forecast": end.forecast.isoformat() if end and end.forecast else None,
        "slip_days": end.slip_days if end else None,
        **{f"delay_{side}": _delay(row, side) for side in ("us", "client", "agency", "third-party", "unstated")},
        **_describe_waiting("us", row.waits_us),
        **_describe_waiting("client", row.waits_client),
        **_describe_waiting("agency", row.waits_agency),
        "unit": budget.unit if budget else None,
        "agreed": budget.agreed if budget else None,
        "used": budget.used if budget else None,
        "share_used": budget.share_used if budget else None,
        "budget_flagged": budget.is_flagged if budget else None,
        "runs_out": budget.runs_out.isoformat() if budget and budget.runs_out else None,
        **_describe_feedback(row.feedback),
        "checks": [finding.rule for finding in row.findings],
    }


def _describe_feedback(figure: FeedbackFigure | None) -> dict[str, Any]:
    """Return a figure's plain values, whether there is one or not: every row has the same columns."""
    return {
        "feedback_quarter": str(figure.quarter) if figure else None,
        "feedback_type": figure.type if figure else None,
        "feedback_n": figure.n if figure else None,
        "feedback_value": figure.value if figure else None,
        "feedback_low": figure.low if figure else None,
        "feedback_high": figure.high if figure else None,
        "feedback_few": figure.is_small if figure else None,
        "feedback_trend": figure.trend if figure else None,
    }


def _describe_waiting(side: str, waiting: Waiting) -> dict[str, Any]:
    return {
        f"waits_{side}": waiting.count,
        f"waits_{side}_overdue": waiting.overdue,
        f"waits_{side}_longest_days": waiting.longest_days,
    }


def _list_feedback(client: ClientFeedback) -> list[dict[str, Any]]:
    return [
        {
            "client": client.client,
            "survey": figure.survey,
            "question": figure.question,
            "quarter": str(figure.quarter),
            "type": figure.type,
            "n": figure.n,
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "few": figure.is_small,
            "trend": figure.trend,
        }
        for figure in client.figures
    ]


def _delay(row: PortfolioRow, side: str) -> int | None:
    return next((delay.days for delay in row.delays if delay.side == side), None)
