"""What a survey is about becomes a prefilled link to a form elsewhere, or hidden fields of one that posts elsewhere."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote_plus, urlsplit, urlunsplit

from sitegen.model import AboutKey, SurveyHead

About = Mapping[AboutKey, str | None]
"""The ids that a form elsewhere is told, as far as there are any."""

Pairs = tuple[tuple[str, str], ...]

_ALWAYS: Mapping[str, Pairs] = {"google": (("usp", "pp_url"),), "limesurvey": (("newtest", "Y"),)}
"""What a service wants beside prefilled values: without it LimeSurvey goes on with an answer begun before."""


def make_link(head: SurveyHead, about: About) -> str:
    """Return the URL of a survey elsewhere, with the ids put where its service takes them from.

    What its URL holds already is kept, but for parameters of the same names: they are the samples of a copied link.
    """
    pairs = _name_ids(head, about)
    parts = urlsplit(head.action or "")
    if not pairs:
        return head.action or ""
    if head.service == "typeform":
        return urlunsplit(parts._replace(fragment=_add(parts.fragment, pairs)))
    return urlunsplit(parts._replace(query=_add(parts.query, (*_ALWAYS.get(head.service or "", ()), *pairs))))


def list_hidden_fields(head: SurveyHead, about: About) -> Pairs:
    """Return the names and values of the hidden controls that a form's backend is sent besides the answers."""
    return (*(head.hidden or {}).items(), *_name_ids(head, about))


def _name_ids(head: SurveyHead, about: About) -> Pairs:
    return tuple((name, value) for key, name in (head.fields or {}).items() if (value := about.get(key)))


def _add(given: str, pairs: Pairs) -> str:
    """Add parameters to those that a URL has, in the place of those of the same names."""
    names = {name for name, _ in pairs}
    kept = (part for part in given.split("&") if part and unquote_plus(part.partition("=")[0]) not in names)
    return "&".join((*kept, *_encode(pairs)))


def _encode(pairs: Pairs) -> Iterable[str]:
    return (f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in pairs)
