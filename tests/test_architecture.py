"""The house keeps its order: who imports whom, through which doors, and how large anything may be."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "sitegen"

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"days", "value", "__init__"}),
    frozenset({"problems", "errors"}),
    frozenset({"memory", "source"}),
    frozenset({"model"}),
    frozenset({"state"}),
    frozenset({"markup", "timeline", "survey", "access"}),
    frozenset({"pages"}),
    frozenset({"theme", "feeds", "terminal"}),
    frozenset({"render"}),
    frozenset({"build"}),
    frozenset({"serve", "collector", "starter", "drafting"}),
    frozenset({"feedback"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
"""A package imports from the floors below its own; `errors` imports `problems`, its neighbour."""

ADDRESSES = {
    "yaml": {"source"},
    "markdown": {"markup"},
    "cmarkgfm": {"markup"},
    "nh3": {"markup"},
    "jinja2": {"theme"},
    "markupsafe": {"theme"},
    "babel": {"theme"},
    "watchdog": {"serve"},
    "click": {"cli"},
    "bcrypt": {"access"},
    "cryptography": {"access"},
    "itsdangerous": {"survey"},
    "starlette": {"collector"},
    "uvicorn": {"collector"},
    "sqlalchemy": {"collector"},
    "prometheus_client": {"collector"},
    "psycopg": {"collector"},
}
"""Each library lives in one place."""

MAX_MODULE_LINES = 300
MAX_FUNCTION_LINES = 50


FORBIDDEN_NAMES = frozenset({"utils", "util", "helpers", "common", "manager", "handler", "service", "misc"})

MODULES = sorted(HOUSE.rglob("*.py"))
DOORS = [path for path in MODULES if path.name == "__init__.py" and path.parent != HOUSE]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(path: Path) -> str:
    """Return the package, or the module, of the house's first floor that a file belongs to."""
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def find_floor(room: str) -> int:
    return next((floor for floor, rooms in enumerate(FLOORS) if room in rooms), -1)


def find_imports(path: Path) -> Iterator[tuple[int, str]]:
    """Go through the modules that a file imports, with their lines; `from a import b` counts as `a`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno}: a relative import"
            assert node.module
            if node.module == "sitegen":
                yield from ((node.lineno, f"sitegen.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, node.module


def find_own_imports(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    for line, module in find_imports(path):
        parts = tuple(module.split("."))
        if parts[0] == "sitegen" and parts[1:] and parts[1] != "__version__":
            yield line, parts[1:]


def test_every_room_has_its_floor() -> None:
    assert {room for path in MODULES if find_floor(room := room_of(path)) < 0} == set()


def test_imports_point_to_lower_floors() -> None:
    wrong = [
        f"{name_of(path)}:{line} imports {target[0]}"
        for path in MODULES
        for line, target in find_own_imports(path)
        if target[0] != (own := room_of(path))
        and find_floor(target[0]) >= find_floor(own)
        and (own, target[0]) != ("errors", "problems")
    ]
    assert wrong == []


def test_nobody_reaches_past_a_door() -> None:
    wrong = [
        f"{name_of(path)}:{line} imports {'.'.join(target)}"
        for path in MODULES
        for line, target in find_own_imports(path)
        if target[0] != room_of(path) and len(target) > 1
    ]
    assert wrong == []


def test_each_library_has_one_address() -> None:
    wrong = [
        f"{name_of(path)}:{line} imports {module}"
        for path in MODULES
        for line, module in find_imports(path)
        if room_of(path) not in ADDRESSES.get(module.split(".")[0], {room_of(path)})
    ]
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_fits_into_a_head(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_MODULE_LINES


def test_a_function_fits_on_a_screen() -> None:
    long = {
        f"{name_of(path)}:{node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > MAX_FUNCTION_LINES
    }
    assert long == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_first_what_it_is(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert said, "a module opens with a sentence"


def test_modules_are_named_after_what_they_are() -> None:
    assert [name_of(path) for path in MODULES if path.stem in FORBIDDEN_NAMES] == []


@pytest.mark.parametrize("door", DOORS, ids=name_of)
def test_a_door_lists_what_it_hands_out(door: Path) -> None:
    tree = ast.parse(door.read_text("utf-8"))
    own = f"sitegen.{'.'.join(door.parent.relative_to(HOUSE).parts)}."
    handed = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(own)
        for alias in node.names
    }
    listed = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and any(isinstance(to, ast.Name) and to.id == "__all__" for to in node.targets)
    ]
    assert (listed[0] if listed else []) == sorted(handed, key=_by_kind)


def _by_kind(name: str) -> tuple[int, str]:
    """Order names as the linter does: constants, then classes, then functions."""
    kind = 0 if re.fullmatch(r"[A-Z][A-Z0-9_]+", name) else 1 if name[0].isupper() else 2
    return kind, name


def test_the_library_neither_prints_nor_ends_the_process() -> None:
    """Outside the commands nothing prints, exits, or reads the clock of the machine where the day would do."""
    wrong = [
        f"{name_of(path)}:{node.lineno} calls {call}"
        for path in MODULES
        if room_of(path) not in {"cli", "__main__", "serve", "collector"}
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and (call := ast.unparse(node.func)) in {"print", "exit", "sys.exit", "input"}
    ]
    assert wrong == []


def test_only_the_build_and_its_memory_know_what_day_it_is() -> None:
    clocks = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"}
    wrong = [
        f"{name_of(path)}:{node.lineno}"
        for path in MODULES
        if find_floor(room_of(path)) < find_floor("build") and room_of(path) != "memory"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in clocks
    ]
    assert wrong == []
