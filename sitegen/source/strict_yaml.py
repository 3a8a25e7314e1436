"""YAML text becomes plain values, strictly: every scalar stays text, every key is unique, every place is known.

Only `null` (also `~` and nothing at all) is not text. Numbers, dates, times and booleans are read by the model,
which knows what it expects: so `no` stays `no`, `12:30` is no number in base sixty, and `1.10` does not become 1.1.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import yaml

from sitegen.source.wording import MAX_DEPTH, TOO_DEEP, word_syntax_error
from sitegen.value import value

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

MAX_ALIASED_VALUES = 10_000
NULLS = frozenset({"", "~", "null", "Null", "NULL"})

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""Characters that neither HTML nor XML can hold."""

_LINE_SEPARATORS = str.maketrans("\x85\u2028\u2029", "   ")
"""YAML ends a line there and no editor does, so that a text copied from elsewhere would break unseen."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@value(kw_only=False)
class Fault:
    """A fault of form in YAML text: its rule, what to say of it, and the index of the character where it is."""

    rule: str
    message: str
    index: int


Place: TypeAlias = "tuple[int, int, Places]"
"""Where a key and its value begin, as indexes into the text, and the places of what the value holds."""

Places: TypeAlias = "dict[str | int, Place]"
"""By key, or by index in a list; what an alias or a list of `<<` brings in has none."""

NOWHERE: Places = {}


class _SyntaxFaultError(Exception):
    """Ends the reading of a text at a fault after which nothing more can be read."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault)


class Parsed(NamedTuple):
    """What a text holds, and where; what cannot be read is told as faults, and left out."""

    data: dict[str, Value]
    places: Places
    faults: list[Fault]


def parse_yaml(text: str) -> Parsed:
    """Read a mapping from YAML text."""
    reader = _Reader(text)
    return Parsed(reader.read(), reader.places, reader.faults)


class _Reader:
    """Builds values from the parser's events, so that neither depth nor aliases can exhaust anything."""

    def __init__(self, text: str) -> None:
        self.text = text if text.isascii() else text.translate(_LINE_SEPARATORS)
        self.faults: list[Fault] = []
        self.places: Places = {}
        self._anchors: dict[str, tuple[Value, int]] = {}
        self._open_anchors: set[str] = set()
        self._has_escapes = "\\" in text
        self._aliased = 0
        self._count = 0

    def read(self) -> dict[str, Value]:
        """Return the text's mapping, empty where there is none."""
        try:
            value = self._document()
        except _SyntaxFaultError as stop:
            self.faults.append(stop.fault)
            return {}
        except yaml.YAMLError as error:
            message, index = word_syntax_error(error, self.text)
            rule = "too-large" if message == TOO_DEEP else "bad-syntax"
            self.faults.append(Fault(rule, message, index))
            return {}
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.faults.append(Fault("bad-value", "this must be keys with values, such as 'name: …'", 0))
            return {}
        return value

    def _document(self) -> Value:
        loader = _Loader(self.text)
        try:
            next_event = loader.get_event
            next_event()  # the stream's start
            event = next_event()
            if isinstance(event, yaml.StreamEndEvent):
                return None
            value = self._value(next_event(), next_event, self.places, 0)
            next_event()  # the document's end
            event = next_event()
            if not isinstance(event, yaml.StreamEndEvent):
                raise self._stop("bad-syntax", "a second document begins here; remove the line '---'", event)
            return value
        finally:
            loader.dispose()

    def _stop(self, rule: str, message: str, event: Any) -> _SyntaxFaultError:
        return _SyntaxFaultError(Fault(rule, message, event.start_mark.index))

    def _value(self, event: Any, next_event: Callable[[], Any], places: Places, depth: int) -> Value:
        """Read a value, and note the places of what it holds."""
        if depth > MAX_DEPTH:
            raise self._stop("too-large", TOO_DEEP, event)
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        if event.tag is not None:
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            raise self._stop("bad-syntax", f"tags such as '{tag}' are not read; put text in quotes", event)
        before, anchor = self._count, event.anchor
        self._count += 1
        value: Value
        if kind is yaml.ScalarEvent:
            value = self._scalar(event)
        else:
            if anchor:
                self._open_anchors.add(anchor)
            read = self._mapping if kind is yaml.MappingStartEvent else self._sequence
            value = read(next_event, places, depth)
            self._open_anchors.discard(anchor)
        if anchor:
            self._anchors[anchor] = (value, self._count - before)
        return value

    def _scalar(self, event: Any) -> Value:
        if event.value in NULLS and event.implicit[0] and not event.style:
            return None
        return self._text(event)

    def _text(self, event: Any) -> str:
        text: str = event.value
        # The file itself holds none, but "\0" in double quotes makes one.
        if self._has_escapes and (control := CONTROL.search(text)):
            message = f"the control character U+{ord(control[0]):04X} cannot be shown; remove it"
            self.faults.append(Fault("bad-encoding", message, event.start_mark.index))
        return text

    def _alias(self, event: Any) -> Value:
        if event.anchor in self._open_anchors:
            raise self._stop("bad-syntax", f"'*{event.anchor}' stands inside what it names, a circle", event)
        if event.anchor not in self._anchors:
            raise self._stop("bad-syntax", f"'*{event.anchor}' names nothing above; put text with '*' in quotes", event)
        value, size = self._anchors[event.anchor]
        self._aliased += size
        self._count += size
        if self._aliased > MAX_ALIASED_VALUES:
            limit = f"{MAX_ALIASED_VALUES:,}"
            raise self._stop(
                "too-large", f"aliases repeat more than {limit} values; write them out or leave them", event
            )
        return value

    def _sequence(self, next_event: Callable[[], Any], places: Places, depth: int) -> Value:
        items: list[Value] = []
        while type(event := next_event()) is not yaml.SequenceEndEvent:
            inner = NOWHERE if type(event) is yaml.ScalarEvent else {}
            start = event.start_mark.index
            places[len(items)] = (start, start, inner)
            items.append(self._value(event, next_event, inner, depth + 1))
        return items

    def _mapping(self, next_event: Callable[[], Any], places: Places, depth: int) -> Value:
        pairs: dict[str, Value] = {}
        merged: dict[str, Value] = {}
        while True:
            key_event: Any = next_event()
            kind = type(key_event)
            if kind is yaml.MappingEndEvent:
                return _take_in(merged, pairs, places) if merged else pairs
            if kind is not yaml.ScalarEvent or key_event.tag is not None:
                raise self._stop("bad-syntax", "a key must be plain text", key_event)
            key = self._text(key_event)
            value_event = next_event()
            inner: Places = NOWHERE if type(value_event) is yaml.ScalarEvent else {}
            if key in places:
                line = self.text.count("\n", 0, places[key][0]) + 1
                message = f"'{key}' is there twice, first on line {{line+{line}}}; keep one"
                self.faults.append(Fault("duplicate-key", message, key_event.start_mark.index))
                self._value(value_event, next_event, inner, depth + 1)
                continue
            places[key] = (key_event.start_mark.index, value_event.start_mark.index, inner)
            value = self._value(value_event, next_event, inner, depth + 1)
            if key == "<<" and not key_event.style:
                merged = self._merge(value_event, value)
            else:
                pairs[key] = value

    def _merge(self, event: Any, value: Value) -> dict[str, Value]:
        """Return what `<<` brings in: the keys of a mapping, or of a list of them, of which the first wins."""
        parts = value if isinstance(value, list) else [value]
        merged: dict[str, Value] = {}
        for part in reversed(parts):
            if not isinstance(part, dict):
                raise self._stop("bad-syntax", "'<<' takes in a mapping by its '*name'", event)
            merged |= part
        return merged


def _take_in(merged: dict[str, Value], pairs: dict[str, Value], places: Places) -> dict[str, Value]:
    """Return a mapping with what `<<` brings in; what is written out there has its place there."""
    _, _, brought = places["<<"]
    places |= {key: place for key, place in brought.items() if isinstance(key, str) and key not in places}
    return merged | pairs
