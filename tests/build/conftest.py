"""The site that warm builds begin from."""

from pathlib import Path

import pytest

from tests.build.building import FILES, build_at
from tests.cases import write_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site of two clients, built once."""
    root = tmp_path / "firm"
    write_files(FILES, root)
    build_at(root)
    return root
