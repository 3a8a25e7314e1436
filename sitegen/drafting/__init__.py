"""A project as it stands in, the next update out: pre-filled, for somebody to finish."""

from sitegen.drafting.answers import Answers, check_author, check_slug, list_authors, suggest_answers
from sitegen.drafting.update import draft_update, place_update

__all__ = [
    "Answers",
    "check_author",
    "check_slug",
    "draft_update",
    "list_authors",
    "place_update",
    "suggest_answers",
]
