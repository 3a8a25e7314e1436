"""What the collector did becomes counts and latencies for Prometheus, and a line of log: never what was said."""

import logging
import os

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from sitegen.collector.log import FIELDS, LOGGER

LOG = logging.getLogger(LOGGER)
BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Where several processes of one collector add up their counts."""


class Metrics:
    """Counts requests by route and status, what became of forms, and how long requests took."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "sitegen_requests", "Requests by route and status.", ("route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "sitegen_request_seconds", "How long requests took.", ("route",), buckets=BUCKETS_S, registry=self._registry
        )
        self._forms = Counter(
            "sitegen_forms", "What became of forms: kept, repeated, or why not.", ("outcome",), registry=self._registry
        )

    def count_form(self, outcome: str) -> None:
        """Count what became of a form."""
        self._forms.labels(outcome).inc()

    def count_request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request, and log it: no address, no path but the route's, no content."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
        fields = {"method": method, "route": route, "status": status, "ms": round(seconds * 1000, 1)}
        LOG.info("", extra={FIELDS: fields})

    def format(self) -> bytes:
        """Return all counts, those of the other processes too, as Prometheus reads them."""
        if not os.environ.get(SHARED_FOLDER):
            return generate_latest(self._registry)
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry)
