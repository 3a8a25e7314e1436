"""Nobody sees what is not theirs: a folder is the same, byte for byte, as if the rest had never been written."""

import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from sitegen.model import Audience
from tests.build.audiences.forgetting import forget, is_writable
from tests.build.audiences.sites import SECRET, build_tree, lay_out_alone, lay_out_full, part_of
from tests.build.audiences.written import Written, written_projects

LAST_DAY = date(2026, 3, 31)
DAYS = st.integers(0, 40).map(lambda days: LAST_DAY - timedelta(days=days))
READERS = {Audience.CLIENT: "acme", Audience.AGENCY: "mid"}


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


@pytest.fixture(autouse=True, scope="module")
def secret() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITEGEN_SECRET", SECRET)
        yield


def assert_same(found: Mapping[str, bytes], expected: Mapping[str, bytes]) -> None:
    """Tell the first difference of two trees in a way that can be read."""
    assert sorted(found) == sorted(expected)
    for path in found:
        assert found[path].decode("utf-8", "replace") == expected[path].decode("utf-8", "replace"), path


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(written_projects(), DAYS, st.sampled_from(["public", "link"]))
def test_folder_is_the_same_as_if_what_is_hidden_had_never_been_written(
    templates: Path, project: Written, day: date, mode: str
) -> None:
    for audience in READERS:
        assume(is_writable(forget(project, audience, day.isoformat())))
    with tempfile.TemporaryDirectory() as folder:
        full = build_tree(lay_out_full(project, mode), Path(folder) / "full", day, templates)
        for audience, owner in READERS.items():
            files = lay_out_alone(project, mode, audience, day)
            alone = build_tree(files, Path(folder) / owner, day, templates)
            assert part_of(alone, owner)
            assert_same(part_of(full, owner), part_of(alone, owner))
