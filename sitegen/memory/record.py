"""The record of what was written becomes whether it is still that of the last build, and was not left half-done."""

import json
import os
from pathlib import Path
from typing import Any

from sitegen.memory.config import find_work_folder
from sitegen.memory.ledger import Ledger
from sitegen.memory.request import Request
from sitegen.memory.stock import digest, stamp


def find_record(request: Request) -> Path:
    """Return the record of what was written: beside sitegen.yml, or a preview's own."""
    return request.record or find_work_folder(request.config) / "outputs.json"


def is_recorded(ledger: Ledger, request: Request) -> bool:
    """Tell whether the record knows the files of the ledger and no others, and what is private stands as well."""
    record = find_record(request)
    root = request.config.parent
    if any(digest(str(root / path)).hex() != known for path, known in ledger.private.items()):
        return False
    if record.with_suffix(".pending").exists():
        return False
    if stamp(str(record)) == ledger.record_stamp:
        return True
    folder = os.path.relpath(root / ledger.ground.output, record.parent.parent)
    try:
        stored: Any = json.loads(record.read_bytes())
        found = {path: digest for path, (digest, _) in stored["folders"][folder].items()}
        return folder not in stored["unfinished"] and found == _list_digests(ledger)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _list_digests(ledger: Ledger) -> dict[str, str]:
    return {name: ledger.output_digest(place).hex() for place, name in enumerate(ledger.outputs.names)}
