"""The constants that bound what is read and shown become the reference of limits."""

from docs.generator.tables import format_page, format_table
from sitegen.days import YEARS
from sitegen.model.survey import MAX_OPTIONS, MAX_QUESTIONS, MAX_TEXT_LENGTH
from sitegen.pages.urls import PAGE_SIZE
from sitegen.source.document import MAX_MARKDOWN_BYTES, MAX_YAML_BYTES
from sitegen.source.strict_yaml import MAX_ALIASED_VALUES
from sitegen.source.wording import MAX_DEPTH
from sitegen.state.budget import PACE_WINDOW_DAYS
from sitegen.state.fold import CADENCE_GRACE_DAYS, MILESTONE_SURVEY_DAYS, REPEATED_SURVEY_DAYS
from sitegen.survey import MAX_OTHER_LENGTH

MIB = 1024 * 1024

INTRO = """
Numbers that are fixed. Those that you can set stand in [the keys of sitegen.yml](keys.md#sitegenyml).
"""


def describe_limits() -> str:
    """Write the page of all limits."""
    read = (
        ("A YAML file, or the front matter of an update", f"{MAX_YAML_BYTES // MIB} MiB"),
        ("A Markdown file", f"{MAX_MARKDOWN_BYTES // MIB} MiB"),
        ("Nesting in YAML", f"{MAX_DEPTH} levels"),
        ("Values that YAML's aliases may repeat, in one file", f"{MAX_ALIASED_VALUES:,}".replace(",", " ")),
        ("An id, or the name of an update's file", "64 characters"),
        ("A date", f"the years {YEARS[0]} to {YEARS[-1]}"),
        ("A span, such as `10d`", "3650 of its unit"),
        ("Questions of a survey", str(MAX_QUESTIONS)),
        ("Options, rows or columns of a question", str(MAX_OPTIONS)),
        ("`max_length` of an answer in free text", f"{MAX_TEXT_LENGTH:,} characters".replace(",", " ")),
        ("Text beside a choice", f"{MAX_OTHER_LENGTH} characters"),
    )
    shown = (
        ("Updates on one page of the archive", str(PAGE_SIZE)),
        ("How far back the pace of a budget looks, from the last number that was given", f"{PACE_WINDOW_DAYS} days"),
        ("Grace after a project's own `cadence`, before it is stale", f"{CADENCE_GRACE_DAYS} days"),
        (
            "How long a survey is asked after a milestone or the end, unless `for` says otherwise",
            f"{MILESTONE_SURVEY_DAYS} days",
        ),
        ("How long a repeated survey is asked, unless `for` says otherwise", f"{REPEATED_SURVEY_DAYS} days"),
    )
    return format_page(
        "Limits",
        INTRO,
        "## What is read\n\n" + format_table(("what", "at most"), read),
        "## What is shown\n\n" + format_table(("what", "how much"), shown),
    )
