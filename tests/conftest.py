"""What pytest knows beyond its own: `--update` writes golden cases anew."""

import pytest
from hypothesis import settings

settings.register_profile("sitegen", deadline=None)  # how busy a machine is, is no fault of the code
settings.load_profile("sitegen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the expectations of golden cases anew")


@pytest.fixture
def is_updating(request: pytest.FixtureRequest) -> bool:
    """Tell whether golden cases are to be written anew instead of compared."""
    return bool(request.config.getoption("--update"))
