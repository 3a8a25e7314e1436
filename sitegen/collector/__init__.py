"""Forms in, responses kept: the server that receives what clients answer, and its store."""

from sitegen.collector.store import Store

__all__ = ["Store"]
