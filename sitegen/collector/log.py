"""What happens becomes lines of JSON on stderr: when, and what; never who, nor what was said."""

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

LOGGER = "sitegen.collector"
FIELDS = "fields"
"""Under this name a record carries what its line holds."""


class LineFormatter(logging.Formatter):
    """Writes a record as one line; of an exception its kind and its place, since its words may quote answers."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, Any] = {"time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")}
        if fields := getattr(record, FIELDS, None):
            return json.dumps(line | fields)
        line |= {"level": record.levelname.lower(), "message": record.getMessage()}
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            steps = [f"{step.filename}:{step.lineno}" for step in traceback.extract_tb(trace)]
            line |= {"error": kind.__name__, "at": steps}
        return json.dumps(line)


CONFIG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": LineFormatter}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines", "stream": "ext://sys.stderr"}},
    "loggers": {
        "uvicorn": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        LOGGER: {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
"""For `logging.config.dictConfig`, in each process."""
