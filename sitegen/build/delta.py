"""Two records of what was written become what to upload and what to delete, to bring a server from one to the other."""

from pathlib import Path

from sitegen.build.loading import load_settings
from sitegen.build.places import place_output
from sitegen.build.record import Entries, load_record, name_folder, parse_record
from sitegen.errors import UsageError
from sitegen.memory import Request, find_record
from sitegen.problems import Problems
from sitegen.value import value

LEADING = (".html", ".atom")
"""What leads to other files: it is uploaded once they are there."""


@value
class Upload:
    """One file to upload."""

    path: str
    """Relative to the output folder."""
    sha256: str
    size: int
    """In bytes."""


@value
class Delta:
    """What changed from one deployment to the next."""

    assets: tuple[Upload, ...]
    """New or changed files that pages lead to: they go up first."""
    pages: tuple[Upload, ...]
    """New or changed pages and feeds."""
    gone: tuple[str, ...]
    """Files to delete, once nothing leads to them."""


def find_delta(request: Request, since: Path) -> Delta:
    """Compare what was built last with the record of an earlier build; one that is not there knew of nothing.

    Raise `UsageError` where a record is none, or the last build did not end.
    """
    _, settings = load_settings(request.config, Problems())
    output = place_output(request.config.parent, settings.output, request.audience, request.output)
    record = find_record(request)
    folder = name_folder(record, output)
    now = _read_files(record, folder)
    before = _read_files(since, folder) if since.exists() else {}
    changed = [
        Upload(path=path, sha256=entry.digest, size=entry.size)
        for path, entry in sorted(now.items())
        if before.get(path) != entry
    ]
    return Delta(
        assets=tuple(file for file in changed if not file.path.endswith(LEADING)),
        pages=tuple(file for file in changed if file.path.endswith(LEADING)),
        gone=tuple(sorted(before.keys() - now.keys())),
    )


def _read_files(record: Path, folder: str) -> Entries:
    """Return what a record says was written to a folder."""
    try:
        parse_record(record.read_bytes())
    except OSError as error:
        raise UsageError(f"'{record.name}' cannot be read: {error.strerror}; build first") from None
    except ValueError:
        raise UsageError(f"'{record.name}' is no record of a build; keep a copy of .sitegen/outputs.json") from None
    stored = load_record(record)
    if folder in stored.unfinished:
        raise UsageError(f"by '{record.name}' a build of '{folder}' did not end; build again")
    return stored.folders.get(folder, {})
