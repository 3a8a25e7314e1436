"""Views in, lines for a terminal out: text with tones, which whoever prints it may turn into colours."""

from sitegen.terminal.line import Line, Span, Tone, clean, format_line
from sitegen.terminal.start import describe_start
from sitegen.terminal.status import describe_project
from sitegen.terminal.words import format_gap

__all__ = ["Line", "Span", "Tone", "clean", "describe_project", "describe_start", "format_gap", "format_line"]
