"""Every request is counted and logged by its route, and every answer gets the headers that keep it to itself."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sitegen.collector.metrics import Metrics

HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
"""What every answer carries, unless it says otherwise itself."""


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
        scope = self._take_prefix(scope)
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

    def _take_prefix(self, scope: Scope) -> Scope:
        """Let a proxy leave the prefix in the path or take it away: the server adds it in either case."""
        prefix: str = scope.get("root_path", "")
        path = scope["path"].removeprefix(prefix)
        is_twice = prefix and path.startswith(f"{prefix}/") and path[len(prefix) :].split("/")[1] in self._routes
        return {**scope, "path": path} if is_twice else scope

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
