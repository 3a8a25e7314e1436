"""A connection becomes requests; one that takes long to say what it wants is ended: it keeps a place from others."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

MAX_HEAD_S = 10.0
"""How long a request's head may take to arrive."""


class PatientProtocol(H11Protocol):
    """HTTP/1.1 that waits for a request's head so long and no longer, and as long for the rest of a refused body."""

    _impatience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait."""
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Take what arrived, and stop waiting where it completes a head."""
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """Begin to wait for the next request."""
        super().on_response_complete()
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._stop()
        super().connection_lost(exc)

    def _watch(self) -> None:
        is_answering = self.cycle is not None and not self.cycle.response_complete
        if is_answering or self.transport.is_closing():
            self._stop()
        elif self._impatience is None:
            self._impatience = self.loop.call_later(MAX_HEAD_S, self.transport.close)

    def _stop(self) -> None:
        if self._impatience is not None:
            self._impatience.cancel()
            self._impatience = None
