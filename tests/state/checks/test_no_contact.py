"""A page that asks and names nobody to answer is told, where the question is asked; one that can be answered is not."""

import pytest

from sitegen.state import check_site
from tests.cases import on, read_site
from tests.state.checks.findings import digest_of

HEAD = "name: Shop\nstart: 2026-01-05\n"
PULSE = "surveys:\n  pulse: {when: always}\n"
ASK = "actions: {logo: {title: The logo, due: 2026-04-20}}\n"
PEOPLE = "ann: {name: Ann, email: ann@firm.example}\nben: {name: Ben, phone: '+1 2'}\ncid: {name: Cid}\n"
QUESTIONS = "questions: {score: {type: nps, text: How likely?}}\n"
LINK = "provider: link\naction: https://forms.example/1\n"
ENDPOINT = "surveys: {endpoint: https://collect.example}\n"

ADD = "add 'contact' to project.yml or client.yml"
NO_WAY = f"answers to the survey 'pulse' go by mail, and nobody is named to get them; {ADD}"
NO_EMAIL = "answers to the survey 'pulse' go by mail, and '{}', whom the client asks, has no 'email'; add one"
UNHEARD = f"1 thing waits for the client, and nobody is named to answer to; {ADD}"


def find(plan: str, *, client: str = "", agency: str = "", settings: str = "", survey: str = "") -> list[str]:
    """Return what the rule says of a project, as `line:column message`."""
    case = read_site(
        f"-- sitegen.yml --\nname: Firm\n{settings}-- content/people.yml --\n{PEOPLE}"
        f"-- content/agencies/mid.yml --\nname: Mid\n{agency}"
        f"-- content/clients/acme/client.yml --\nname: Acme\n{client}"
        f"-- content/surveys/pulse.yml --\ntitle: Pulse\n{survey}{QUESTIONS}"
        f"-- content/clients/acme/shop/project.yml --\n{HEAD}{plan}"
    )
    assert not case.problems, case.problems
    problems = [problem for problem in check_site(case.site, on("03-01"), digest_of) if problem.rule == "no-contact"]
    assert all(problem.position.path == "content/clients/acme/shop/project.yml" for problem in problems)
    assert all((problem.project, problem.item) == ("acme/shop", None) for problem in problems)
    return [f"{problem.position.line}:{problem.position.column} {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    ("plan", "others", "said"),
    [
        (PULSE, {}, [f"4:3 {NO_WAY}"]),
        (PULSE, {"client": "contact: ann\n"}, []),
        (f"contact: ann\n{PULSE}", {}, []),
        (f"contact: ben\n{PULSE}", {"client": "contact: ann\n"}, [f"5:3 {NO_EMAIL.format('Ben')}"]),
        (PULSE, {"client": "contact: cid\n"}, [f"4:3 {NO_EMAIL.format('Cid')}"]),
        (PULSE, {"survey": LINK}, []),
        (PULSE, {"survey": "provider: form\naction: https://forms.example/1\n"}, []),
        (PULSE, {"settings": ENDPOINT}, []),
        (PULSE, {"settings": ENDPOINT, "survey": "provider: mailto\n"}, [f"4:3 {NO_WAY}"]),
        (f"health: complete\n{PULSE}", {}, [f"5:3 {NO_WAY}"]),
        (f"visibility: internal\n{PULSE}{ASK}", {}, []),
        (f"visibility: agency\n{PULSE}", {"client": "agency: mid\n"}, [f"5:3 {NO_WAY}"]),
        (f"visibility: agency\n{PULSE}", {"client": "agency: mid\n", "agency": "contact: ann\n"}, []),
        (ASK, {}, [f"1:1 {UNHEARD}"]),
        (f"{PULSE}{ASK}", {}, [f"1:1 {UNHEARD}", f"4:3 {NO_WAY}"]),
        (f"contact: ann\n{ASK}", {}, []),
        (f"contact: ben\n{ASK}", {}, []),
        (
            f"contact: cid\n{ASK}",
            {},
            ["1:1 1 thing waits for the client, and 'Cid' has neither 'email' nor 'phone'; add one"],
        ),
        (ASK, {"settings": ENDPOINT}, []),
        ("actions: {logo: {title: The logo, who: us, owner: ann}}\n", {}, []),
        (f"health: on-hold\n{ASK}", {}, []),
        ("", {}, []),
    ],
)
def test_a_question_that_nobody_can_answer_is_told(plan: str, others: dict[str, str], said: list[str]) -> None:
    assert find(plan, **others) == said
