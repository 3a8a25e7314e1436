"""What came back becomes what the firm reads: figures, an inbox, files for other programs."""

from sitegen.feedback.formats import FORMATS
from sitegen.feedback.reading import import_file, load_report
from sitegen.feedback.wanted import read_wanted

__all__ = ["FORMATS", "import_file", "load_report", "read_wanted"]
