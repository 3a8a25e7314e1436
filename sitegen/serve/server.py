"""A port on loopback becomes a server that can be closed at once, whatever browsers keep open."""

import os
import socket
import socketserver
import sys
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from sitegen.errors import WorkError
from sitegen.serve.reload import Versions
from sitegen.serve.visit import Visit

HOST = "127.0.0.1"


class PreviewServer(ThreadingHTTPServer):
    """Serves a folder and the news on loopback; `close` ends every open connection."""

    daemon_threads = False
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, folder: Path, root: Path, versions: Versions) -> None:
        self._open: set[socket.socket] = set()
        try:
            super().__init__((HOST, port), partial(Visit, folder=folder, root=root, versions=versions))
        except OSError as error:
            raise WorkError(_explain(port, error)) from error

    @property
    def url(self) -> str:
        """Where the preview stands."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def server_bind(self) -> None:
        """Bind without asking a name server what this machine is called."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer on a thread of its own, and remember the connection."""
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget the connection."""
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over browsers that hang up."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)

    def close(self) -> None:
        """Stop answering; browsers keep idle connections open, which must not hold up the end."""
        self.shutdown()
        for connection in tuple(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue
        self.server_close()


def _explain(port: int, error: OSError) -> str:
    """Say why a port cannot be used, and which can."""
    reason = (error.strerror or "unknown fault").lower()
    free = next((other for other in range(port + 1, min(port + 100, 65536)) if _is_free(other)), None)
    hint = f"; 'sitegen serve --port {free}' is free" if free else ""
    return f"port {port} cannot be used: {reason}{hint}"


def _is_free(port: int) -> bool:
    with socket.socket() as trial:
        try:
            trial.bind((HOST, port))
        except OSError:
            return False
    return True
