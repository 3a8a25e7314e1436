"""Requests become kept responses: the routes of the collector, what they accept, and how they answer."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from sitegen.build import Look
from sitegen.collector.asked import Board
from sitegen.collector.forms import Form, parse_form, read_body
from sitegen.collector.limits import Repeats, Turns, find_sender
from sitegen.collector.log import LOGGER
from sitegen.collector.metrics import Metrics
from sitegen.collector.pages import NOTHING, Pages, wants_json
from sitegen.collector.reading import open_need_form, open_survey_form, read_need_answer, read_response
from sitegen.collector.refused import RefusedError
from sitegen.collector.store import Store
from sitegen.collector.watched import Watched
from sitegen.collector.writer import Writer
from sitegen.errors import WorkError
from sitegen.render import find_type
from sitegen.survey import Context, ContextError, NeedAnswer, Signer
from sitegen.survey import Response as Answered
from sitegen.value import value

LOG = logging.getLogger(LOGGER)
RETRY_AFTER_S = 30
LOOK_AGAIN_S = 1.0


@value
class Desk:
    """What every request is answered with."""

    board: Board
    pages: Pages
    signer: Signer
    store: Store
    writer: Writer
    turns: Turns
    repeats: Repeats
    metrics: Metrics


def make_app(board: Board, look: Look, signer: Signer, store: Store, *, per_minute: int) -> ASGIApp:
    """Make the application; it closes the store when it ends."""
    desk = Desk(
        board=board,
        pages=Pages(board, look),
        signer=signer,
        store=store,
        writer=Writer(store),
        turns=Turns(per_minute),
        repeats=Repeats(),
        metrics=Metrics(),
    )

    @asynccontextmanager
    async def live(_: Starlette) -> AsyncIterator[None]:
        looking = asyncio.create_task(_look_again(board))
        try:
            yield
        finally:
            looking.cancel()
            await desk.writer.finish()
            store.close()

    routes = [
        Route("/responses", _receive(desk, _read_response), methods=["POST", "OPTIONS"]),
        Route("/answers", _receive(desk, _read_need_answer), methods=["POST", "OPTIONS"]),
        Route("/thanks/{context}", _thank(desk), methods=["GET"]),
        Route("/assets/{name}", _give_asset(desk), methods=["GET"]),
        Route("/healthz", _tell_health(desk), methods=["GET"]),
        Route("/metrics", _tell_metrics(desk), methods=["GET"]),
    ]
    handlers = {HTTPException: _tell_http, Exception: _tell_failure(desk)}
    app = Starlette(routes=routes, lifespan=live, exception_handlers=handlers)
    return Watched(app, desk.metrics, [str(route.path) for route in routes])


async def _look_again(board: Board) -> None:
    """Read what is asked anew when a build has changed it; what cannot be read is tried again."""
    while True:
        await asyncio.sleep(LOOK_AGAIN_S)
        with suppress(WorkError):
            await asyncio.to_thread(board.refresh)


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
        form = NOTHING
        try:
            form = await _take(request, desk)
            response = await _keep(form, request, desk, read)
        except RefusedError as error:
            desk.metrics.count_form(error.reason)
            response = desk.pages.refuse(error, request, form)
        response.headers.update(cors)
        return response

    return receive


async def _take(request: Request, desk: Desk) -> Form:
    """Take what somebody sends, where it is their turn."""
    wait_s = desk.turns.take(_find_sender(request))
    if wait_s is not None:
        raise RefusedError(429, "too-many", wait_s=wait_s)
    body = await read_body(request.stream(), request.headers.get("content-length"))
    return parse_form(body, request.headers.get("content-type"))


async def _keep(form: Form, request: Request, desk: Desk, read: Read) -> Response:
    """Keep a form, and acknowledge it once it is on disk."""
    entry = read(form, desk, _find_sender(request))
    try:
        is_new = await desk.writer.add(entry)
    except WorkError as error:
        LOG.error("%s", error)
        raise RefusedError(503, "store-fails", wait_s=RETRY_AFTER_S) from None
    desk.metrics.count_form("kept" if is_new else "repeated")
    thanks = f"{request.scope.get('root_path', '').rstrip('/')}/thanks/{form['context'][0]}"
    if wants_json(request):
        return JSONResponse({"kept": True, "thanks": thanks}, 201)
    return RedirectResponse(thanks, 303)


def _find_sender(request: Request) -> str:
    return find_sender(request.client.host if request.client else None)


def _thank(desk: Desk) -> Endpoint:
    async def thank(request: Request) -> Response:
        context = _read_context(request.path_params["context"], desk.signer)
        if context is None:
            return desk.pages.refuse(RefusedError(403, "bad-context"), request)
        return desk.pages.thank(context, request)

    return thank


def _give_asset(desk: Desk) -> Endpoint:
    async def give(request: Request) -> Response:
        name = request.path_params["name"]
        data = desk.pages.find_asset(name)
        if data is None:
            raise HTTPException(404)
        kept = {"Cache-Control": "public, max-age=31536000, immutable"}
        return Response(data, media_type=find_type(name), headers=kept)

    return give


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
            await asyncio.to_thread(desk.store.check)
        except WorkError as error:
            LOG.error("%s", error)
            return PlainTextResponse("the store does not answer\n", 503)
        return PlainTextResponse("ok\n")

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


def _tell_failure(desk: Desk) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def tell(request: Request, error: Exception) -> Response:
        return desk.pages.refuse(RefusedError(500, "store-fails", wait_s=RETRY_AFTER_S), request)

    return tell
