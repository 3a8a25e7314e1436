"""The parts of a survey that are each right become one that works, or problems: what needs what, and who asks whom."""

from sitegen.model.survey import ChoiceQuestion, RatingQuestion, Survey
from sitegen.problems import Problems, suggest

MAX_MARK = 10


def check_survey(survey: Survey, problems: Problems) -> None:
    """Tell of a form or link without an address, of a survey without questions, of limits that nobody can keep."""
    head, document = survey.head, survey.document
    if head.provider in {"form", "link"} and not head.action:
        message = f"'action' is missing: with 'provider: {head.provider}' it says where the survey is"
        problems.error("missing-field", message, document.position_of_key("provider"))
    if not head.questions and head.provider != "link":
        problems.error("missing-field", "'questions' is missing", document.position_of_key("questions"))
    for question_id, question in (head.questions or {}).items():
        path = ("questions", question_id)
        others = (head.questions or {}).keys() - {question_id}
        for other in question.show_if or ():
            if other not in others:
                message = f"'{other}' is no other question of this survey{suggest(other, others)}"
                problems.error("unknown-id", message, document.position_of_key(*path, "show_if", other))
        if isinstance(question, RatingQuestion) and not 2 <= question.max <= MAX_MARK:
            message = f"max: '{question.max}' is not a best mark from 2 to {MAX_MARK}"
            problems.error("bad-value", message, document.position_of(*path, "max"))
        if isinstance(question, ChoiceQuestion):
            _check_choice(question, survey, question_id, problems)


def _check_choice(question: ChoiceQuestion, survey: Survey, question_id: str, problems: Problems) -> None:
    """Tell of a choice of nothing, and of more choices asked for than there are."""
    if not question.options:
        here = survey.document.position_of("questions", question_id, "options")
        problems.error("bad-value", "options: at least one is expected here", here)
        return
    count = len(question.options) + question.other
    low, high = question.min or 0, question.max or count
    if not low <= high <= count:
        name = "max" if question.max and high > count else "min"
        message = f"from {low} to {high} cannot be chosen where there are {count} options; mend 'min' or 'max'"
        problems.error("bad-value", message, survey.document.position_of("questions", question_id, name))
