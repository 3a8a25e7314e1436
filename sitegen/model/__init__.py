"""Documents in, typed and frozen models out."""

from sitegen.model.due import TBD, Due, Precision, parse_day, parse_due

__all__ = ["TBD", "Due", "Precision", "parse_day", "parse_due"]
