"""Views in, files for other programs out: the status as JSON."""

from sitegen.feeds.status import describe_status, format_status

__all__ = ["describe_status", "format_status"]
