"""What the collector has to say becomes a page in the firm's theme for a browser, or JSON for a script."""

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from sitegen import pages
from sitegen.build import Look
from sitegen.collector.asked import Board
from sitegen.collector.forms import Form
from sitegen.collector.log import LOGGER
from sitegen.collector.refused import Reason, RefusedError
from sitegen.errors import ThemeError
from sitegen.survey import Context, Fault, NeedContext, SurveyContext

LOG = logging.getLogger(LOGGER)

WORDS: Mapping[Reason, str] = {
    "too-large": "this is more than the form takes; shorten the answer",
    "too-slow": "the answer did not arrive in time; send it again",
    "no-form": "this address takes forms alone",
    "bad-form": "this could not be read as a form; load its page again",
    "honeypot": "a field that people do not see was filled in; empty it",
    "bad-context": "this form was not made by this site; open its page again",
    "unknown-survey": "this survey is not asked any more",
    "answered-already": "this has been settled in the meantime",
    "bad-answers": "something is missing, or is not as the form asks for it",
    "too-many": "too many forms came from your network; wait a minute",
    "store-fails": "the answer could not be kept; send it again in a few minutes",
}
"""For scripts, and for browsers where the theme fails."""

NOTHING: Form = MappingProxyType({})


class Pages:
    """Makes what is shown, in the language of the form that it is about."""

    def __init__(self, board: Board, look: Look) -> None:
        look.theme.compile()
        self._board = board
        self._look = look
        self._languages = look.theme.languages

    def thank(self, context: Context, request: Request) -> Response:
        """Say that an answer has arrived."""
        title, said = "", None
        if isinstance(context, SurveyContext):
            if survey := self._board.find_survey(context.survey, context.version):
                title, said = survey.head.title, _make_html(survey.thanks)
        elif need := self._board.find_need(context):
            title = need.title
        back = self._find_way_back(context)
        head = self._make_head(context.language, title)
        view = pages.make_thanks_page(head, title=title or self._board.name_project(context), said=said, back=back)
        return self._show("thanks.html", view, request, context.language) or _show_plainly("Thank you.", 200, back)

    def refuse(self, error: RefusedError, request: Request, form: Form = NOTHING) -> Response:
        """Say why a form was not accepted; where its answers are at fault, show it again as it was filled in."""
        headers = {"Retry-After": str(error.wait_s)} if error.wait_s else {}
        if wants_json(request):
            faults = [{"control": fault.control, "rule": fault.rule, "limit": fault.limit} for fault in error.faults]
            plain = {"error": error.reason, "message": WORDS[error.reason], "faults": faults}
            return JSONResponse(plain, error.status, headers)
        context = error.context
        language = context.language if context else self._choose_language(request)
        template, view = self._make_view(error, form, language)
        back = self._find_way_back(context) if context else None
        shown = self._show(template, view, request, language, error.status)
        shown = shown or _show_plainly(WORDS[error.reason], error.status, back)
        shown.headers.update(headers)
        return shown

    def find_asset(self, name: str) -> bytes | None:
        """Return what a page asks for."""
        asset = self._look.assets.get(name)
        return asset.data if asset else None

    def _make_view(self, error: RefusedError, form: Form, language: str) -> tuple[str, object]:
        """Return the page of a refusal: its template, and its view."""
        context = error.context
        if error.status == 422 and isinstance(context, SurveyContext):
            if view := self._make_survey(context, form, error.faults):
                return "survey.html", view
        elif error.status == 422 and isinstance(context, NeedContext):
            return "need.html", self._make_need(context, form, error.faults)
        back = self._find_way_back(context) if context else None
        return "refused.html", pages.make_refused_page(self._make_head(language), error.reason, back)

    def _make_survey(self, context: SurveyContext, form: Form, faults: tuple[Fault, ...]) -> object | None:
        survey = self._board.find_survey(context.survey, context.version)
        if survey is None:
            return None
        again = self._make_form("responses", form)
        return pages.make_survey_page(
            self._make_head(context.language, survey.head.title, again),
            survey.head,
            project=self._find_project(context),
            form=again,
            intro=_make_html(survey.intro),
            thanks=_make_html(survey.thanks),
            given=form,
            faults=faults,
        )

    def _make_need(self, context: NeedContext, form: Form, faults: tuple[Fault, ...]) -> object:
        need, again = self._board.find_need(context), self._make_form("answers", form)
        answering = pages.fill_need_form(
            again, context.choices, choice=_first(form, "choice"), comment=_first(form, "comment"), faults=faults
        )
        title = need.title if need else context.item
        return pages.make_need_page(
            self._make_head(context.language, title, again),
            kind=context.kind,
            title=title,
            project=self._find_project(context),
            options=need.options if need else {},
            answering=answering,
        )

    def _make_form(self, place: str, form: Form) -> pages.Form:
        """Return the form as it was sent, to be sent again."""
        action = f"{self._board.asked.endpoint.rstrip('/')}/{place}"
        return pages.make_collector_form(action, _first(form, "context"), _first(form, "nonce"))

    def _make_head(self, language: str, title: str = "", form: pages.Form | None = None) -> pages.Head:
        return pages.make_receiver_head(
            firm=self._board.asked.name,
            language=language,
            day=datetime.now(UTC).date(),
            title=title,
            forms=[form] if form else [],
        )

    def _find_project(self, context: Context) -> pages.Link:
        back = self._find_way_back(context)
        return back or pages.Link(text=self._board.name_project(context), href="")

    def _find_way_back(self, context: Context) -> pages.Link | None:
        """Return the way to the page that a form stands on, where it is known where the site stands."""
        url = self._board.asked.url
        if not url:
            return None
        return pages.Link(text=self._board.name_project(context), href=f"{url.rstrip('/')}/{context.page}")

    def _choose_language(self, request: Request) -> str:
        """Return the first language that the browser asks for and the theme has, else the site's."""
        wanted = (part.partition(";")[0].strip() for part in request.headers.get("accept-language", "").split(","))
        return next((tag for tag in wanted if tag in self._languages), self._board.asked.language)

    def _show(self, template: str, view: object, request: Request, language: str, status: int = 200) -> Response | None:
        """Render a page; None where the theme fails, which is logged, since an answer must be told all the same."""
        prefix = request.scope.get("root_path", "").rstrip("/")
        try:
            html = self._look.theme.render(
                template,
                view,
                language=language,
                assets_url=f"{prefix}/assets/",
                extra_assets=[self._look.style] if self._look.style else [],
                page=template,
            )
        except ThemeError as error:
            place = error.problem.position  # its words may quote what was said
            LOG.error("the theme fails at %s:%d", place.path, place.line)
            return None
        return HTMLResponse(html, status)


def wants_json(request: Request) -> bool:
    """Tell whether a script asks, not a browser."""
    return "application/json" in request.headers.get("accept", "")


def _make_html(html: str | None) -> pages.Html | None:
    return pages.Html(html=html) if html else None


def _first(form: Form, name: str) -> str:
    return next(iter(form.get(name, ())), "")


def _show_plainly(message: str, status: int, back: pages.Link | None) -> Response:
    link = f'<p><a href="{escape(back.href)}">{escape(back.text)}</a></p>' if back else ""
    html = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Feedback</title><p>{escape(message)}</p>{link}'
    return HTMLResponse(html, status)
