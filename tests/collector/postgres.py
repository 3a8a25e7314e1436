"""A PostgreSQL of the tests' own, on a socket in a temporary folder, where its programs are installed."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def find_programs() -> Path | None:
    """Return the folder of `initdb` and `pg_ctl`; Debian keeps them off the path, by version."""
    if found := shutil.which("initdb"):
        real = Path(found).resolve()
        if (real.parent / "pg_ctl").exists():
            return real.parent
    return next((path.parent for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)), None)


@contextmanager
def run_postgres(folder: Path) -> Iterator[str]:
    """Run a server, and give the URL of its database; skip without its programs, unless this is CI."""
    programs = find_programs()
    if programs is None:
        reason = "PostgreSQL's initdb and pg_ctl are not installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    data, user = folder / "data", find_user()
    for step in (folder, *folder.parents):  # the user that the server runs as has to reach its folder
        if user and step.stat().st_uid == os.getuid() and step != Path("/"):
            step.chmod(step.stat().st_mode | 0o711)
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)

    def call(name: str, *words: str) -> None:
        subprocess.run(
            [str(programs / name), *words], check=True, capture_output=True, user=user, cwd=folder, timeout=120
        )

    call("initdb", "-D", str(data), "-A", "trust", "-U", "tests", "--no-sync")
    options = f"-k {folder} -c listen_addresses= -c max_connections=50"
    call("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://tests@/postgres?host={folder}"
    finally:
        call("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


def find_user() -> str | None:
    """Return whom to run the server as: it refuses to run as root."""
    return None if os.getuid() else "postgres"
