"""Addresses become turns: nobody sends more than is fair, and nobody's address is kept."""

import hashlib
import hmac
import ipaddress
import secrets
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

MAX_ADDRESSES = 50_000
"""How many are remembered at once; the ones that were silent longest are forgotten first."""

REPEAT_S = 600.0
"""How long the same answers to the same question, without a nonce, count as the same form sent twice."""


class Turns:
    """Lets each address send so many forms a minute: a token bucket, whose size is a minute's worth."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._buckets: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> int | None:
        """Take a turn; return None where there is one, else after how many seconds there will be."""
        if self._per_minute <= 0:
            return None
        now, rate = self._clock(), self._per_minute / 60
        key = hash_address(address, self._key)
        left, then = self._buckets.pop(key, (float(self._per_minute), now))
        left = min(float(self._per_minute), left + (now - then) * rate)
        self._buckets[key] = (left - 1 if left >= 1 else left, now)
        if len(self._buckets) > MAX_ADDRESSES:
            self._buckets.popitem(last=False)
        return None if left >= 1 else max(1, round((1 - left) / rate))


class Repeats:
    """Gives a form without a nonce its id: the same one again, where the same came from the same address lately."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._seen: OrderedDict[bytes, tuple[str, float]] = OrderedDict()

    def find_id(self, address: str, content: str) -> str:
        """Return the id of what an address sends."""
        now = self._clock()
        while self._seen and next(iter(self._seen.values()))[1] <= now - REPEAT_S:
            self._seen.popitem(last=False)
        key = hash_address(f"{address}\n{content}", self._key)
        if key not in self._seen:
            self._seen[key] = (secrets.token_hex(16), now)
            if len(self._seen) > MAX_ADDRESSES:
                self._seen.popitem(last=False)
        return self._seen[key][0]


def find_sender(host: str | None) -> str:
    """Return whom an address belongs to: of IPv6 the network of 64 bits, which one household has to itself."""
    try:
        address = ipaddress.ip_address(host or "")
    except ValueError:
        return host or ""
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped) if mapped else str(ipaddress.ip_network((address.packed[:8] + bytes(8), 64)))
    return str(address)


def hash_address(address: str, key: bytes) -> bytes:
    """Return what an address is known by while this process lives."""
    return hmac.new(key, address.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
