"""Made-up projects: one in every kind of trouble, one that goes well, one that has just begun, one that is complete."""

from dataclasses import replace

from sitegen.pages import views
from sitegen.serve.catalogue import figures, needs, registers
from sitegen.serve.catalogue.changes import make_all_changes, make_first_changes
from sitegen.serve.catalogue.made_up import OTHERS, PERSON, START, day, make_head, say
from sitegen.serve.catalogue.schedule import make_kept_schedule, make_schedule

SURVEYS = (
    views.SurveyLink(id="first", title="A survey", href="#", intro=say("What it is for, in a sentence.")),
    views.SurveyLink(id="second", title="Another survey", href="#"),
)

PROSE = """<p>An update in its own words, with a <a href="#">link</a>, <strong>weight</strong>, <code>code</code>.</p>
<h3>A heading</h3>
<ul><li>A list</li><li>of two<ul><li>and one within</li></ul></li></ul>
<table><thead><tr><th>A table</th><th>with</th><th>numbers</th></tr></thead>
<tbody><tr><td>First row</td><td>1</td><td>1,000</td></tr>
<tr><td>Second row</td><td>20</td><td>2,500</td></tr></tbody></table>
<blockquote><p>What somebody said.</p></blockquote>
<pre tabindex="0"><code>a line of code</code></pre>"""


def make_new(language: str) -> views.ProjectPage:
    """Return a project of which nothing is known yet."""
    return views.ProjectPage(
        head=make_head(language),
        name="A project that has just begun",
        summary=None,
        is_open=True,
        health=None,
        health_since=START,
        aspects=(),
        start=START,
        next_update=None,
        latest=None,
        changes=None,
        updates_href=None,
        needs=(),
        needs_overdue=0,
        drawings=None,
        phases=(),
        next_milestone=None,
        end=None,
        progress=None,
        budget=None,
        service=(),
        service_hours=None,
        delays=(),
        health_history=(),
        issues=(),
        risks=(),
        actions=(),
        deliverables=(),
        change_requests=(),
        decisions=(),
        feedback=(),
        questions=(),
        goals=(),
        scope_in=(),
        scope_out=(),
        brief=None,
        teams=(),
        contact=None,
        surveys_asked=(),
        surveys_other=(),
        feed=None,
        calendar=None,
    )


def make_well(language: str) -> views.ProjectPage:
    """Return a project that goes well, and needs nothing."""
    schedule = make_kept_schedule(is_complete=False)
    return replace(
        make_new(language),
        name="A project that goes well",
        summary="What it is, in a sentence.",
        health="on-track",
        next_update=views.NextUpdate(due=day(11), is_late=False),
        latest=_make_update("on-track", None),
        changes=make_first_changes(),
        updates_href="#",
        drawings=schedule.drawings,
        phases=schedule.phases,
        next_milestone=schedule.next_milestone,
        end=schedule.end,
        progress=views.Progress(share=0.5, done=1, total=2),
        budget=figures.make_budget_at_ease(),
        actions=registers.ACTIONS[2:],
        goals=("A goal alone",),
        contact=PERSON,
        surveys_other=SURVEYS[1:],
    )


def make_complete(language: str) -> views.ProjectPage:
    """Return a project that is complete, and asks how it went."""
    schedule = make_kept_schedule(is_complete=True)
    return replace(
        make_well(language),
        name="A project that is complete",
        is_open=False,
        health="complete",
        next_update=None,
        latest=_make_update("complete", "It is done; thank you."),
        drawings=schedule.drawings,
        phases=schedule.phases,
        next_milestone=None,
        end=schedule.end,
        progress=views.Progress(share=1, done=2, total=2),
        budget=views.Budget(unit="hours", agreed=320, agreed_at_start=320),
        surveys_asked=SURVEYS,
        surveys_other=(),
    )


def make_troubled(language: str) -> views.ProjectPage:
    """Return a project with something in every register and every figure."""
    schedule = make_schedule()
    return replace(
        make_well(language),
        name="A project in trouble",
        health="off-track",
        health_since=day(-3),
        aspects=figures.ASPECTS,
        next_update=views.NextUpdate(due=day(-2), is_late=True),
        latest=_make_update("off-track", "The one sentence of the last update, which says how it stands"),
        changes=make_all_changes(),
        needs=needs.NEEDS,
        needs_overdue=1,
        drawings=schedule.drawings,
        phases=schedule.phases,
        next_milestone=schedule.next_milestone,
        end=schedule.end,
        progress=views.Progress(share=0.42, done=1, total=5),
        budget=figures.make_budget_in_trouble(),
        service=figures.SERVICE,
        service_hours="Mon-Fri 09:00-18:00",
        delays=schedule.delays,
        health_history=figures.make_history(),
        issues=registers.ISSUES,
        risks=registers.RISKS,
        actions=registers.ACTIONS,
        deliverables=registers.DELIVERABLES,
        change_requests=registers.CHANGE_REQUESTS,
        decisions=registers.DECISIONS,
        feedback=registers.FEEDBACK,
        questions=registers.QUESTIONS,
        goals=("The first goal", "The second goal, which takes more words to say than the first"),
        scope_in=("What belongs to it",),
        scope_out=("What does not",),
        brief=views.Brief(version="1.2", dated=START, href="#", sha256="0123456789abcdef" * 4),
        teams=(
            views.Team(side="us", name="The firm", people=(PERSON, *OTHERS[:1])),
            views.Team(side="client", name="The client", people=OTHERS[1:]),
        ),
        surveys_other=SURVEYS,
        feed="#",
        calendar="#",
    )


def _make_update(health: str, headline: str | None) -> views.UpdateBody:
    entry = views.UpdateEntry(
        id="last", date=day(-3), href="#", headline=headline, health=health, author=PERSON.name if headline else None
    )
    return views.UpdateBody(entry=entry, body=views.Html(html=PROSE))
