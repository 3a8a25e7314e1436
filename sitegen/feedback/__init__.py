"""What came back becomes what the firm reads: figures, an inbox, files for other programs."""

from sitegen.feedback.exports import EXPORTS
from sitegen.feedback.formats import FORMATS
from sitegen.feedback.inbox_formats import describe_inbox, format_inbox_json
from sitegen.feedback.reading import answer_entry, import_file, load_entries, load_inbox, load_report
from sitegen.feedback.snapshots import pull_snapshot
from sitegen.feedback.wanted import read_wanted

__all__ = [
    "EXPORTS",
    "FORMATS",
    "answer_entry",
    "describe_inbox",
    "format_inbox_json",
    "import_file",
    "load_entries",
    "load_inbox",
    "load_report",
    "pull_snapshot",
    "read_wanted",
]
