"""Forms in, responses kept: the server that receives what clients answer, and its store."""

from sitegen.collector.serve import Options, find_prefix, run_collector
from sitegen.collector.store import Store

__all__ = ["Options", "Store", "find_prefix", "run_collector"]
