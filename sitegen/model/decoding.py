"""A document's data becomes a typed value, or problems in our words at the place of each fault."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Annotated, Any, NotRequired, Required, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from typing_extensions import is_typeddict

from sitegen.problems import Problems, suggest
from sitegen.source import Document

Path = tuple[str | int, ...]

_MISSING = {"missing", "missing_argument", "missing_keyword_only_argument", "union_tag_not_found"}
_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}
_MAPPINGS = {"dict_type", "dataclass_type", "mapping_type", "model_type", "model_attributes_type"}
_LISTS = {"tuple_type", "list_type"}


@lru_cache(maxsize=128)
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def decode(shape: Any, data: object, document: Document, problems: Problems, at: Path = ()) -> Any | None:
    """Read the data found at a path of a document as a shape; None where it has faults, which are told all at once."""
    try:
        return _adapter(shape).validate_python(data)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            _tell(fault, shape, data, document, problems, at)
        return None


def without_nulls(data: object, *shapes: Any) -> Any:
    """Leave out fields that have no value: in a plan or in settings such a key is one that was not filled in.

    A key that no shape knows stays, as does an id without its item: these are faults to tell.
    """
    if isinstance(data, Mapping):
        known = frozenset().union(*(_keys(part) for part in _parts_of(shapes)))
        return {
            key: without_nulls(value, *_inside(shapes, key))
            for key, value in data.items()
            if value is not None or key not in known
        }
    if isinstance(data, list):
        return [without_nulls(value, *_inside(shapes, index)) for index, value in enumerate(data)]
    return data


def _hint_at_key(name: str, known: frozenset[str]) -> str:
    if ":" in name:
        return "; put a space after the ':'"
    if name.isdigit():
        return "; write numbers without ',', as 1200.5"
    return suggest(name, known) or (f"; known are {', '.join(sorted(known))}" if 0 < len(known) <= 8 else "")


def _tell(fault: Any, shape: Any, data: object, document: Document, problems: Problems, at: Path) -> None:
    kind, message = fault["type"], fault["msg"]
    path = tuple(_own_steps(fault["loc"], data, keep_last=kind in _UNKNOWN | _MISSING))
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if kind in _MISSING:
        missing = "type" if kind == "union_tag_not_found" else name
        owner = path if kind == "union_tag_not_found" else path[:-1]
        problems.error("missing-field", f"'{missing}' is missing{_of(owner)}", document.position_of_key(*at, *owner))
    elif kind in _UNKNOWN:
        known = find_keys(shape, path[:-1]) - {name}  # it may be a key of another kind of question
        hint = _hint_at_key(name, known)
        problems.error("unknown-key", f"'{name}' is no key here{hint}", document.position_of_key(*at, *path))
    elif kind in {"enum", "literal_error", "union_tag_invalid"}:
        _tell_choice(fault, path, document, problems, at)
    elif kind in _MAPPINGS:
        problems.error("bad-value", f"'{name}' must hold keys with values", document.position_of(*at, *path))
    elif kind in _LISTS:
        problems.error("bad-value", f"'{name}' must be a list, as [a, b]", document.position_of(*at, *path))
    elif "[key]" in fault["loc"]:
        problems.error(kind, message, document.position_of_key(*at, *path))
    else:
        rule = kind if "-" in kind else "bad-value"
        problems.error(rule, f"{name}: {message}" if name else message, document.position_of(*at, *path))


def _tell_choice(fault: Any, path: Path, document: Document, problems: Problems, at: Path) -> None:
    expected = str(fault["ctx"].get("expected") or fault["ctx"].get("expected_tags"))
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    given = fault["ctx"].get("tag", fault["input"])
    if fault["type"] == "union_tag_invalid":
        path = (*path, "type")
    name = next((step for step in reversed(path) if isinstance(step, str)), "value")
    if isinstance(given, str):
        message = f"{name}: '{given}' is none of {', '.join(words)}{suggest(given, words)}"
    else:
        message = f"{name}: one of {', '.join(words)} is expected here"
    problems.error("bad-value", message, document.position_of(*at, *path))


def _of(owner: Path) -> str:
    named = next((step for step in reversed(owner) if isinstance(step, str)), None)
    return f" in '{named}'" if named else ""


def _own_steps(location: tuple[str | int, ...], data: object, *, keep_last: bool) -> Iterator[str | int]:
    """Keep the steps of a decoder's path that are the document's own, not the names of branches of a type."""
    here: Any = data
    kind: Any = None
    for index, step in enumerate(location):
        if isinstance(here, Mapping) and here.get("type") == step and kind is not here:
            kind = here  # the branch that `type` chose, even where a key is called the same
            continue
        in_list = isinstance(here, list) and isinstance(step, int) and step < len(here)
        if in_list or (isinstance(here, Mapping) and step in here):
            here = here[step]
            yield step
        elif keep_last and index == len(location) - 1:
            yield step


def find_keys(shape: Any, path: Path) -> frozenset[str]:
    """Return the keys that a shape knows at a path; none where any key may stand."""
    shapes: tuple[Any, ...] = (shape,)
    for step in path:
        shapes = _inside(shapes, step)
    return frozenset().union(*(_keys(part) for part in _parts_of(shapes)))


def _inside(shapes: tuple[Any, ...], step: str | int) -> tuple[Any, ...]:
    """Return what may stand at a key or a place of a list of what has one of the shapes."""
    found = []
    for part in _parts_of(shapes):
        if is_dataclass(part) or is_typeddict(part):
            found += [hint] if (hint := _hints(part).get(str(step))) is not None else []
        elif get_args(part):
            found.append(get_args(part)[0 if get_origin(part) is tuple else -1])
    return tuple(found)


def _parts_of(shapes: tuple[Any, ...]) -> Iterator[Any]:
    for shape in shapes:
        yield from _parts(shape)


def _parts(shape: Any) -> Iterator[Any]:
    """Go through the types that a type may be, annotations taken off."""
    origin = get_origin(shape)
    if origin in {Annotated, NotRequired, Required}:
        yield from _parts(get_args(shape)[0])
    elif origin is Union or str(origin) == "<class 'types.UnionType'>":
        for part in get_args(shape):
            yield from _parts(part)
    else:
        yield shape


@lru_cache(maxsize=128)
def _hints(shape: Any) -> Mapping[str, Any]:
    """Return a shape's fields by the key that content uses for them."""
    hints = get_type_hints(shape, include_extras=True)
    if not is_dataclass(shape):
        return hints
    return {field.name.rstrip("_"): hints[field.name] for field in fields(shape)}


def _keys(shape: Any) -> frozenset[str]:
    return frozenset(_hints(shape)) if is_dataclass(shape) or is_typeddict(shape) else frozenset()
