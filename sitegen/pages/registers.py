"""The items of a state's registers become what a page shows of them."""

from collections.abc import Mapping
from datetime import date

from sitegen.model import Action, Audience, Change, Deliverable, Issue
from sitegen.pages import views
from sitegen.pages.forms import make_need_form
from sitegen.pages.people import find_contact
from sitegen.pages.prose import Prose
from sitegen.pages.publication import Publication
from sitegen.pages.schedule import days_late
from sitegen.pages.sources import Sources
from sitegen.state import Need, State, is_waiting
from sitegen.value import value

GRAVITY: Mapping[str | None, int] = {"high": 0, "medium": 1, "low": 2, None: 3}


@value
class RegisterViews:
    """Makes the views of one state's items for one page."""

    state: State
    publication: Publication
    prose: Prose
    sources: Sources
    page: str

    @property
    def unit(self) -> str:
        """The unit of amounts."""
        return self.state.unit

    def only_for(self, register: str, item_id: str) -> str | None:
        """Return who alone may see an item; None where the client may."""
        width = self.state.narrow.get(f"{register}.{item_id}")
        return width.value if width else None

    def needs(self, project: views.Link | None = None) -> tuple[views.Need, ...]:
        """Return what waits for the reader; each names its project where `project` is given."""
        return tuple(self._need(need, project) for need in self.state.needs)

    def issues(self) -> tuple[views.Issue, ...]:
        """Return open issues, the gravest first, then resolved ones."""
        ordered = sorted(
            self.state.issues.items(), key=lambda entry: (entry[1].status != "open", GRAVITY[entry[1].impact])
        )
        return tuple(self._issue(item_id, issue) for item_id, issue in ordered)

    def risks(self) -> tuple[views.Risk, ...]:
        """Return open risks, the gravest first, then those that are over."""
        ordered = sorted(
            self.state.risks.items(),
            key=lambda entry: (entry[1].status != "open", GRAVITY[entry[1].impact], GRAVITY[entry[1].likelihood]),
        )
        return tuple(
            views.Risk(
                id=item_id,
                only_for=self.only_for("risks", item_id),
                title=risk.title,
                status=risk.status,
                note=self._text("risks", item_id, "note", risk.note),
                likelihood=risk.likelihood,
                impact=risk.impact,
                response=self._text("risks", item_id, "response", risk.response),
                owner=self.publication.name_of(risk.owner),
                closed=self._changed_on("risks", item_id, "status") if risk.status != "open" else None,
            )
            for item_id, risk in ordered
        )

    def actions(self) -> tuple[views.Action, ...]:
        """Return open actions of others than the reader, by date."""
        reader = "us" if self.state.audience == "internal" else self.state.audience.value
        waiting = [
            (item_id, action)
            for item_id, action in self.state.actions.items()
            if is_waiting(action) and action.who != reader
        ]
        return tuple(
            self._action(item_id, action) for item_id, action in sorted(waiting, key=lambda e: e[1].due or date.max)
        )

    def deliverables(self) -> tuple[views.Deliverable, ...]:
        """Return all deliverables but dropped ones."""
        return tuple(
            self._deliverable(item_id, item)
            for item_id, item in self.state.deliverables.items()
            if item.status != "dropped"
        )

    def change_requests(self) -> tuple[views.ChangeRequest, ...]:
        """Return change requests, proposed ones first."""
        ordered = sorted(self.state.changes.items(), key=lambda entry: entry[1].status != "proposed")
        return tuple(self._change_request(item_id, change) for item_id, change in ordered)

    def decisions(self) -> tuple[views.Decision, ...]:
        """Return decisions, the newest first."""
        ordered = sorted(self.state.decisions.items(), key=lambda entry: entry[1].decided or date.min, reverse=True)
        return tuple(
            views.Decision(
                id=item_id,
                only_for=self.only_for("decisions", item_id),
                title=decision.title,
                decided=decision.decided,
                by=self.publication.name_of(decision.by),
                note=self._text("decisions", item_id, "note", decision.note),
            )
            for item_id, decision in ordered
        )

    def questions(self) -> tuple[views.Question, ...]:
        """Return the questions that have an answer."""
        return tuple(
            views.Question(id=item_id, only_for=self.only_for("questions", item_id), title=item.title, answer=answer)
            for item_id, item in self.state.questions.items()
            if (answer := self._text("questions", item_id, "answer", item.answer))
        )

    def feedback(self) -> tuple[views.Feedback, ...]:
        """Return what the client said and what came of it."""
        found = [
            (item_id, item, self._text("feedback", item_id, "heard", item.heard))
            for item_id, item in self.state.feedback.items()
        ]
        return tuple(
            views.Feedback(
                id=item_id,
                only_for=self.only_for("feedback", item_id),
                title=item.title,
                heard=heard,
                did=self._text("feedback", item_id, "did", item.did),
                is_done=item.status == "done",
            )
            for item_id, item, heard in found
            if heard
        )

    def _need(self, need: Need, project: views.Link | None) -> views.Need:
        more = getattr(self, f"_need_of_{need.kind}")(need.id)
        base = project.href if project else ""
        place = f"{self.state.client_id}-{self.state.project_id}"
        shown = need.kind != "action"
        details = views.Link(text=need.title, href=f"{base}#{need.kind}-{need.id}") if shown else None
        if project and not shown:
            details = views.Link(text=need.title, href=f"{base}#need-{need.kind}-{need.id}")
        return views.Need(
            kind=need.kind,
            id=need.id,
            only_for=self.only_for(f"{need.kind}s", need.id),
            anchor=f"need-{need.kind}-{need.id}" if project is None else f"need-{place}-{need.kind}-{need.id}",
            title=need.title,
            due=need.due,
            is_overdue=need.is_overdue,
            days_late=days_late(need.due, self.state.day),
            answer=self._answer(),
            answering=make_need_form(need, self.state, self.publication, self.page),
            details=details,
            project=project,
            **more,
        )

    def _need_of_action(self, item_id: str) -> dict[str, object]:
        return {"why": self._text("actions", item_id, "note", self.state.actions[item_id].note)}

    def _need_of_issue(self, item_id: str) -> dict[str, object]:
        issue = self.state.issues[item_id]
        return {"why": self._text("issues", item_id, "note", issue.note), "options": self._options(item_id, issue)}

    def _need_of_change(self, item_id: str) -> dict[str, object]:
        change = self.state.changes[item_id]
        why = self._text("changes", item_id, "note", change.note)
        return {"why": why, "days": change.days, "amount": change.amount, "unit": self.unit}

    def _need_of_deliverable(self, item_id: str) -> dict[str, object]:
        return {"why": self._text("deliverables", item_id, "note", self.state.deliverables[item_id].note)}

    def _answer(self) -> views.Answer | None:
        if self.publication.audience is Audience.INTERNAL:
            return None
        contact = find_contact(self.state.plan, self.publication)
        return views.Answer(kind="mail", href=f"mailto:{contact.email}") if contact and contact.email else None

    def _issue(self, item_id: str, issue: Issue) -> views.Issue:
        late = days_late(issue.decide_by, self.state.day)
        waits = issue.status == "open" and issue.decision is None
        return views.Issue(
            id=item_id,
            only_for=self.only_for("issues", item_id),
            title=issue.title,
            is_open=issue.status == "open",
            note=self._text("issues", item_id, "note", issue.note),
            impact=issue.impact,
            response=self._text("issues", item_id, "response", issue.response),
            owner=self.publication.name_of(issue.owner),
            options=self._options(item_id, issue),
            choice=issue.options[issue.decision].title if issue.options and issue.decision else None,
            decide_by=issue.decide_by,
            is_overdue=waits and late is not None,
            days_late=late if waits else None,
            closed=self._changed_on("issues", item_id, "status") if issue.status == "resolved" else None,
        )

    def _options(self, item_id: str, issue: Issue) -> tuple[views.Option, ...]:
        document = self.sources.document("issues", item_id, "options")
        return tuple(
            views.Option(
                id=option_id,
                title=option.title,
                note=self.prose.note(option.note, self.page, document, f"option-{item_id}-{option_id}-"),
                days=option.days,
                amount=option.amount,
                unit=self.unit,
                is_recommended=option.recommended,
                is_chosen=issue.decision == option_id,
            )
            for option_id, option in (issue.options or {}).items()
        )

    def _action(self, item_id: str, action: Action) -> views.Action:
        late = days_late(action.due, self.state.day)
        return views.Action(
            id=item_id,
            only_for=self.only_for("actions", item_id),
            title=action.title,
            who=action.who,
            owner=self.publication.name_of(action.owner),
            due=action.due,
            is_overdue=late is not None,
            days_late=late,
            note=self._text("actions", item_id, "note", action.note),
        )

    def _deliverable(self, item_id: str, item: Deliverable) -> views.Deliverable:
        milestone = next((found for found in self.state.milestones if found.id == item.milestone), None)
        checks = tuple(views.Check(title=check.check, passed=check.passed) for check in item.quality)
        return views.Deliverable(
            id=item_id,
            only_for=self.only_for("deliverables", item_id),
            title=item.title,
            status=item.status,
            note=self._text("deliverables", item_id, "note", item.note),
            href=self._href(item_id, item.url),
            milestone=(views.Link(text=milestone.item.title, href=f"#milestone-{milestone.id}") if milestone else None),
            accepted=item.accepted,
            accepted_by=self.publication.name_of(item.accepted_by),
            owner=self.publication.name_of(item.owner),
            checks=checks,
            checks_passed=sum(bool(check.passed) for check in checks),
        )

    def _href(self, item_id: str, url: str | None) -> str | None:
        """Return where a deliverable can be seen: elsewhere, or one of the project's files."""
        if url is None:
            return None
        if url.startswith(("https://", "http://")):
            return url
        document = self.sources.document("deliverables", item_id, "url")
        href = None if ":" in url else self.prose.file(url, self.page, document)
        if href is None:
            message = f"'{url}' leads nowhere; give a URL, or a path to one of the project's files"
            place = document.position_of("deliverables", item_id, "url")
            self.prose.problems.error("broken-link", message, place)
        return href

    def _change_request(self, item_id: str, change: Change) -> views.ChangeRequest:
        is_open = change.status == "proposed"
        late = days_late(change.decide_by, self.state.day) if is_open else None
        return views.ChangeRequest(
            id=item_id,
            only_for=self.only_for("changes", item_id),
            title=change.title,
            status=change.status,
            note=self._text("changes", item_id, "note", change.note),
            days=change.days,
            amount=change.amount,
            unit=self.unit,
            conditions=self._text("changes", item_id, "conditions", change.conditions),
            decide_by=change.decide_by,
            is_overdue=late is not None,
            days_late=late,
            closed=None if is_open else self._changed_on("changes", item_id, "status"),
        )

    def _text(self, register: str, item_id: str, name: str, text: str | None) -> views.Html | None:
        if not text:
            return None
        document = self.sources.document(register, item_id, name)
        return self.prose.note(text, self.page, document, f"{register}-{item_id}-{name}-")

    def _changed_on(self, register: str, item_id: str, name: str) -> date | None:
        """Return the date of the update that last changed a field, or brought the item in."""
        days = [
            change.on
            for change in self.state.history
            if change.register == register and change.item == item_id and change.field in {name, ""}
        ]
        return days[-1] if days else None
