"""A request in, a live preview on this machine out: it rebuilds on every change, and its pages follow."""

from sitegen.serve.outcome import Outcome
from sitegen.serve.preview import Preview

__all__ = ["Outcome", "Preview"]
