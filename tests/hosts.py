"""The snippets of the documentation become real web servers that serve a folder."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

SNIPPETS = Path(__file__).resolve().parents[1] / "docs/hosting"
PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"

NGINX_CONFIG = """\
{user}daemon off;
pid {work}/nginx.pid;
error_log stderr;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {work}; proxy_temp_path {work}; fastcgi_temp_path {work};
    uwsgi_temp_path {work}; scgi_temp_path {work};
    server {{
        listen 127.0.0.1:{port};
        include {work}/snippet.conf;
    }}
}}
"""


def find_program(name: str) -> str:
    """Return where a program is; skip the test where it is missing, and fail it in CI."""
    found = shutil.which(name, path=PATH)
    if found is None:
        message = f"{name} is not installed"
        if os.environ.get("CI"):
            pytest.fail(f"{message}; .ci/run installs it on Debian")
        pytest.skip(message)
    return found


@contextmanager
def run_nginx(site: Path, work: Path, asked: Sequence[str] = (), *, more: str = "") -> Iterator[int]:
    """Serve a site while in the block, asking for the passwords of some readers; gives the port.

    `more` is what else goes into the server's settings.
    """
    program, port = find_program("nginx"), _find_port()
    text = (SNIPPETS / "nginx.conf").read_text("utf-8").replace("/srv/status/site", str(site))
    if asked:
        head, mark, rest = text.partition('# location ~ "')
        block, end, tail = rest.partition("\n# }\n")
        assert mark and end
        block = "\n".join(line.removeprefix("#").removeprefix(" ") for line in (mark + block + end).splitlines())
        block = block.replace("/srv/status/.sitegen", str(site.parent / ".sitegen"))
        text = head + block.replace("(acme)", f"({'|'.join(asked)})") + "\n" + tail
    (work / "snippet.conf").write_text(f"{text}\n{more}")
    user = "user root;\n" if os.geteuid() == 0 else ""
    (work / "nginx.conf").write_text(NGINX_CONFIG.format(user=user, work=work, port=port))
    with _run([program, "-p", str(work), "-c", str(work / "nginx.conf")], port):
        yield port


@contextmanager
def run_caddy(site: Path, work: Path, asked: Sequence[str] = (), *, more: str = "") -> Iterator[int]:
    """Serve a site while in the block, asking for the passwords of some readers; gives the port.

    `more` is what else goes into the server's settings.
    """
    program, port = find_program("caddy"), _find_port()
    text = (SNIPPETS / "Caddyfile").read_text("utf-8").replace("/srv/status/site", str(site))
    head, mark, rest = text.partition("\t# basicauth")
    block, end, tail = rest.partition("\n\t# }")
    assert mark and end
    block = (mark + block + end).replace("\t# ", "\t")
    blocks = []
    for name in asked:
        lines = (site.parent / ".sitegen/htpasswd" / name).read_text().replace(":", " ")
        (work / f"{name}.users").write_text(lines)
        blocks.append(block.replace("/acme/", f"/{name}/").replace("/etc/caddy/acme", str(work / name)))
    text = head + "\n".join([*blocks, more]) + tail
    options = "{\n\tadmin off\n\tauto_https off\n}\n"
    text = text.replace("status.example.com {", f"{options}http://127.0.0.1:{port} {{")
    (work / "Caddyfile").write_text(text)
    environment = {"XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work), "HOME": str(work)}
    command = [program, "run", "--adapter", "caddyfile", "--config", str(work / "Caddyfile")]
    with _run(command, port, environment):
        yield port


@contextmanager
def _run(command: Sequence[str], port: int, environment: dict[str, str] | None = None) -> Iterator[None]:
    log = Path(command[-1]).with_suffix(".log")
    with (
        log.open("w") as told,
        subprocess.Popen(command, stderr=told, stdout=told, env=os.environ | (environment or {})) as server,
    ):
        deadline = time.monotonic() + 20
        while not _is_open(port):
            assert server.poll() is None and time.monotonic() < deadline, log.read_text()
            time.sleep(0.05)
        try:
            yield
        finally:
            server.terminate()


def _find_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _is_open(port: int) -> bool:
    with closing(socket.socket()) as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
