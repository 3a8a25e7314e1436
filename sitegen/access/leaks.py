"""Terms that a reader may not meet, and a text, become the places where it would meet them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from sitegen.value import value

MIN_TERM_LENGTH = 4
WORD = re.compile(r"\w+")


@value(kw_only=False)
class Term:
    """What must not stand in a reader's folder, and what it is."""

    text: str
    what: str
    """Such as `another client's name`."""
    insiders: frozenset[str] = frozenset()
    """Those who may read it."""


@value
class Leak:
    """A term, and the line of the text where it stands."""

    term: Term
    line: int


class Search:
    """Finds terms in texts: all of them in one pass, by the longest word of each."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_word: dict[str, list[Term]] = defaultdict(list)
        for term in dict.fromkeys(terms):
            words = WORD.findall(term.text)
            if words and len(term.text) >= MIN_TERM_LENGTH:
                self._by_word[max(words, key=len)].append(term)
        shortest = min(map(len, self._by_word), default=MIN_TERM_LENGTH)
        self._words = re.compile(rf"\w{{{shortest},}}")

    def find(self, text: str, reader: str, allowed: Collection[str]) -> Iterator[Leak]:
        """Find each term that a reader may not meet, where it stands first; `allowed` texts are none of them.

        Nor is what is only a part of an allowed text: `Acme` in `Acme Labs`.
        """
        for word in sorted(self._by_word.keys() & set(self._words.findall(text))):
            for term in self._by_word[word]:
                if reader not in term.insiders and term.text not in allowed:
                    around = [other for other in allowed if term.text in other]
                    if (index := _find(term, text, around)) is not None:
                        yield Leak(term=term, line=text.count("\n", 0, index) + 1)


def _find(term: Term, text: str, around: Iterable[str]) -> int | None:
    """Return where a term first stands that is not part of one of the texts around it."""
    covered = [span for other in around for span in _list_spans(other, text)]
    for start, end in _list_spans(term.text, text):
        if not any(first <= start and end <= last for first, last in covered):
            return start
    return None


def _list_spans(words: str, text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _make_pattern(words).finditer(text))


@lru_cache(maxsize=4096)
def _make_pattern(words: str) -> re.Pattern[str]:
    """Match words as a whole, as written; where they have a space, a line may end."""
    before = r"(?<!\w)" if WORD.match(words) else ""
    after = r"(?!\w)" if WORD.match(words[-1]) else ""
    return re.compile(before + r"\s+".join(map(re.escape, words.split())) + after)
