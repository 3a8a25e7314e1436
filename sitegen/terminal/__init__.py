"""Views in, lines for a terminal out: text with tones, which whoever prints it may turn into colours."""

from sitegen.terminal.line import Line, Span, Tone, format_line
from sitegen.terminal.start import describe_start
from sitegen.terminal.status import describe_project

__all__ = ["Line", "Span", "Tone", "describe_project", "describe_start", "format_line"]
