"""A made-up survey with every type of question: empty, and filled in with something wrong in every way."""

from sitegen.model import decode_survey
from sitegen.pages import make_collector_form, make_survey_page, views
from sitegen.serve.catalogue.made_up import make_head, say
from sitegen.survey import Fault, Rule

SURVEY = decode_survey(
    {
        "title": "A survey",
        "questions": {
            "nps": {"type": "nps", "text": "How likely something is", "required": "true"},
            "csat": {"type": "csat", "text": "How satisfied somebody is", "help": "A hint.", "required": "true"},
            "ces": {"type": "ces", "text": "How easy it was", "low": "Words for 1", "high": "Words for 7"},
            "rating": {"type": "rating", "max": "10", "text": "A mark"},
            "choice": {
                "type": "choice",
                "text": "One of several",
                "options": {"one": "The first", "two": "The second"},
                "other": "true",
            },
            "choices": {
                "type": "choices",
                "text": "Several of several",
                "options": {"one": "The first", "two": "The second", "three": "The third"},
                "other": "true",
                "max": "2",
            },
            "matrix": {
                "type": "matrix",
                "text": "An answer for each row",
                "rows": {"one": "The first row", "two": "The second row"},
                "columns": {"good": "Good", "fair": "Fair", "bad": "Bad"},
                "required": "true",
            },
            "yesno": {"type": "yesno", "text": "Yes or no"},
            "text": {"type": "text", "text": "A line", "max_length": "40", "show_if": {"yesno": "= yes"}},
            "long": {"type": "text", "text": "Several lines", "long": "true", "show_if": {"nps": "<= 6"}},
            "email": {"type": "email", "text": "An address"},
            "number": {"type": "number", "text": "A number"},
            "date": {"type": "date", "text": "A day"},
        },
    }
)
GIVEN = {
    "q.csat": ("4",),
    "q.choice": ("other",),
    "q.choice.other": ("Something of their own",),
    "q.choices": ("one", "two", "three"),
    "q.matrix.one": ("good",),
    "q.yesno": ("yes",),
    "q.text": ("More than fits into a line of forty characters",),
    "q.email": ("nobody",),
}
WRONG: tuple[tuple[str, Rule, int | None], ...] = (
    ("q.nps", "required", None),
    ("q.choices", "too-many", 2),
    ("q.matrix.two", "required", None),
    ("q.text", "too-long", 40),
    ("q.email", "not-an-email", None),
    ("q.number", "not-a-number", None),
    ("q.date", "not-a-date", None),
    ("q.unknown", "unknown-field", None),
)
FAULTS = tuple(Fault(control=control, rule=rule, limit=limit) for control, rule, limit in WRONG)


def make_surveys(language: str) -> tuple[views.SurveyPage, ...]:
    """Return a survey as it is opened, and as the collector shows it again."""
    head, project = make_head(language), views.Link(text="The project", href="#")
    form, thanks = make_collector_form(None, ""), say("What a survey says once it was answered.")
    return (
        make_survey_page(head, SURVEY, project=project, form=form, thanks=thanks),
        make_survey_page(head, SURVEY, project=project, form=form, given=GIVEN, faults=FAULTS),
    )
