"""Requests become kept responses: the routes of the collector, what they accept, and how they answer."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sitegen.collector.asked import Board
from sitegen.collector.forms import Form, parse_form, read_body
from sitegen.collector.limits import Repeats, Turns, find_sender
from sitegen.collector.metrics import Metrics
from sitegen.collector.pages import HEADERS, make_page, tell_refused, wants_json
from sitegen.collector.reading import open_need_form, open_survey_form, read_need_answer, read_response
from sitegen.collector.refused import RefusedError
from sitegen.collector.store import Store
from sitegen.collector.writer import Writer
from sitegen.errors import WorkError
from sitegen.survey import Context, ContextError, NeedAnswer, Signer
from sitegen.survey import Response as Answered
from sitegen.value import value

RETRY_AFTER_S = 30


@value
class Desk:
    """What every request is answered with."""

    board: Board
    signer: Signer
    store: Store
    writer: Writer
    turns: Turns
    repeats: Repeats
    metrics: Metrics


def make_app(board: Board, signer: Signer, store: Store, *, per_minute: int) -> ASGIApp:
    """Make the application; it closes the store when it ends."""
    desk = Desk(
        board=board,
        signer=signer,
        store=store,
        writer=Writer(store),
        turns=Turns(per_minute),
        repeats=Repeats(),
        metrics=Metrics(),
    )

    @asynccontextmanager
    async def live(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await desk.writer.finish()
            store.close()

    routes = [
        Route("/responses", _receive(desk, _read_response), methods=["POST", "OPTIONS"]),
        Route("/answers", _receive(desk, _read_need_answer), methods=["POST", "OPTIONS"]),
        Route("/thanks/{context}", _thank(desk), methods=["GET"]),
        Route("/healthz", _tell_health(desk), methods=["GET"]),
        Route("/metrics", _tell_metrics(desk), methods=["GET"]),
    ]
    app = Starlette(
        routes=routes, lifespan=live, exception_handlers={HTTPException: _tell_http, Exception: _tell_failure}
    )
    return Watched(app, desk.metrics, [str(route.path) for route in routes])


Read = Callable[[Form, Desk, str], Answered | NeedAnswer]
Endpoint = Callable[[Request], Awaitable[Response]]


def _read_response(form: Form, desk: Desk, sender: str) -> Answered:
    about = open_survey_form(form, desk.signer, desk.board)
    return read_response(form, about, datetime.now(UTC), lambda said: desk.repeats.find_id(sender, said))


def _read_need_answer(form: Form, desk: Desk, sender: str) -> NeedAnswer:
    about = open_need_form(form, desk.signer, desk.board)
    return read_need_answer(form, about, datetime.now(UTC), lambda said: desk.repeats.find_id(sender, said))


def _receive(desk: Desk, read: Read) -> Endpoint:
    async def receive(request: Request) -> Response:
        cors = _allow_site(request, desk.board.asked.url)
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=cors)
        try:
            response = await _accept(request, desk, read)
        except RefusedError as error:
            desk.metrics.count_form(error.reason)
            response = tell_refused(error, request)
        response.headers.update(cors)
        return response

    return receive


async def _accept(request: Request, desk: Desk, read: Read) -> Response:
    """Keep a form, and acknowledge it once it is on disk."""
    sender = find_sender(request.client.host if request.client else None)
    wait_s = desk.turns.take(sender)
    if wait_s is not None:
        raise RefusedError(429, "too-many", wait_s=wait_s)
    body = await read_body(request.stream(), request.headers.get("content-length"))
    form = parse_form(body, request.headers.get("content-type"))
    entry = read(form, desk, sender)
    try:
        is_new = await desk.writer.add(entry)
    except WorkError:
        raise RefusedError(503, "store-fails", wait_s=RETRY_AFTER_S) from None
    desk.metrics.count_form("kept" if is_new else "repeated")
    thanks = f"{request.scope.get('root_path', '').rstrip('/')}/thanks/{form['context'][0]}"
    if wants_json(request):
        return JSONResponse({"kept": True, "thanks": thanks}, 201)
    return RedirectResponse(thanks, 303)


def _thank(desk: Desk) -> Endpoint:
    async def thank(request: Request) -> Response:
        context = _read_context(request.path_params["context"], desk.signer)
        if context is None:
            return tell_refused(RefusedError(403, "bad-context"), request)
        url = desk.board.asked.url
        back = f"{url.rstrip('/')}/{context.page}" if url else None
        survey = desk.board.find_survey(getattr(context, "version", ""))
        return make_page((survey.thanks if survey else None) or "Thank you. Your answer has arrived.", back=back)

    return thank


def _read_context(text: str, signer: Signer) -> Context | None:
    for read in (signer.read_survey, signer.read_need):
        try:
            return read(text)
        except ContextError:
            continue
    return None


def _tell_health(desk: Desk) -> Endpoint:
    async def tell(request: Request) -> Response:
        try:
            is_well = await asyncio.to_thread(desk.store.is_there)
        except WorkError:
            is_well = False
        return PlainTextResponse("ok\n" if is_well else "the store does not answer\n", 200 if is_well else 503)

    return tell


def _tell_metrics(desk: Desk) -> Endpoint:
    async def tell(request: Request) -> Response:
        return Response(desk.metrics.format(), headers={"Content-Type": desk.metrics.content_type})

    return tell


def _allow_site(request: Request, url: str | None) -> dict[str, str]:
    """Return the headers that let a script of the site itself, and of no other, send a form."""
    parts = urlsplit(url or "")
    own, origin = f"{parts.scheme}://{parts.netloc}", request.headers.get("origin")
    if origin != own or not url:
        return {"Vary": "Origin"}
    return {
        "Access-Control-Allow-Origin": own,
        "Access-Control-Allow-Methods": "POST",
        "Access-Control-Allow-Headers": "Accept, Content-Type",
        "Access-Control-Max-Age": "86400",
        "Vary": "Origin",
    }


async def _tell_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)


async def _tell_failure(request: Request, error: Exception) -> Response:
    return tell_refused(RefusedError(500, "store-fails", wait_s=RETRY_AFTER_S), request)


class Watched:
    """Counts and logs every request by its route, and gives every answer the headers that keep it to itself."""

    def __init__(self, app: ASGIApp, metrics: Metrics, routes: Sequence[str]) -> None:
        self._app = app
        self._metrics = metrics
        self._routes = {route.split("/")[1]: route for route in routes}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _add_headers(message)
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        finally:
            self._metrics.count_request(
                _name(scope["method"]), self._find_route(scope), status, time.perf_counter() - started
            )

    def _find_route(self, scope: Scope) -> str:
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        return self._routes.get(path.split("/")[1] if "/" in path else path, "other")


def _add_headers(message: Any) -> None:
    known = {name.lower() for name, _ in message["headers"]}
    own = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
    message["headers"] = [*message["headers"], *(pair for pair in own if pair[0] not in known)]


def _name(method: str) -> str:
    """Return a method as it may be counted: strange ones are one."""
    return method if method in {"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"} else "other"
