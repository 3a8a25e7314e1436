"""One browser and one set of sites for this folder; its tests are skipped where there is no Chromium, never in CI."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.sites import Sites
from tests.browser.tab import Tab

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
"""Containers have no sandbox; a name that leads elsewhere is seen, never asked."""


# The browser and its event loop end with this folder: other tests run loops of their own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        message = f"no browser: none of {', '.join(NAMES)} is installed"
        if os.environ.get("CI"):
            pytest.fail(f"{message}; .ci/run installs chromium on Debian")
        pytest.skip(message)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="package")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """The sites, served."""
    with Sites(tmp_path_factory.mktemp("sites")) as sites:
        yield sites


@pytest.fixture(scope="package")
def tab(browser: Browser) -> Tab:
    """A tab as most readers have it."""
    return Tab.make(browser)


@pytest.fixture(scope="package")
def plain_tab(browser: Browser) -> Tab:
    """A tab without scripts."""
    return Tab.make(browser, scripts=False)
