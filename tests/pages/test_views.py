"""The views' promises to themes: frozen, documented field by field, and free of where things stand."""

import ast
from dataclasses import FrozenInstanceError, fields, is_dataclass
from pathlib import Path

import pytest

from sitegen.pages import views

MODULES = sorted(Path(views.__file__).parent.glob("views_*.py"))
NAMES = [name for name in views.__all__ if is_dataclass(getattr(views, name))]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_field_of_a_view_is_documented(module: Path) -> None:
    bare = [
        f"{view.name}.{ast.unparse(field.target)}"
        for view in ast.parse(module.read_text()).body
        if isinstance(view, ast.ClassDef)
        for field, after in zip(view.body, [*view.body[1:], None], strict=True)
        if isinstance(field, ast.AnnAssign)
        and not (isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant))
    ]
    assert bare == []


@pytest.mark.parametrize("name", NAMES)
def test_a_view_is_frozen_and_says_nothing_of_positions(name: str) -> None:
    view = getattr(views, name)
    with pytest.raises(FrozenInstanceError):
        object.__new__(view).title = "another"
    assert not {"position", "line", "column"} & {field.name for field in fields(view)}


def test_the_door_names_every_view() -> None:
    written = {
        view.name for module in MODULES for view in ast.parse(module.read_text()).body if isinstance(view, ast.ClassDef)
    }
    assert written == set(views.__all__)
