"""A locked page in a real browser: it opens with the password alone, tells what is wrong, and sends nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sitegen.build import Request, build
from tests.bad_input.site import DAY, FILES, SHOP
from tests.browser.server import serve
from tests.browser.tab import Tab
from tests.cases import write_files

PASSWORD = "gova-luje zuge-gogu"
UPDATE = """---
headline: The pilot is open
---
Read [the plan](../files/plan.pdf).

![A drawing](../files/drawing.svg)
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20H0z"/></svg>'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A client's folder behind a password, with an image and a file."""
    root = tmp_path_factory.mktemp("locked")
    more = {
        "content/clients/acme/client.yml": "name: Acme\nlogo: logo.svg\naccess: {mode: password}\n",
        f"{SHOP}/updates/2026-11-16.md": UPDATE,
        f"{SHOP}/files/plan.pdf": "what was agreed",
        f"{SHOP}/files/drawing.svg": DRAWING,
        "content/logo.svg": DRAWING,
        "content/clients/acme/logo.svg": DRAWING,
    }
    agency = {path: text for path, text in FILES.items() if not path.startswith("content/agencies/")}
    write_files({**agency, **more}, root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITEGEN_PASSWORD_ACME", PASSWORD)
        build(Request(config=root / "sitegen.yml", day=DAY, jobs=1))
    return root / "site"


@pytest.fixture(scope="module")
def origin(folder: Path) -> Iterator[str]:
    with serve(folder) as found:
        yield found


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab with nothing remembered."""
    found = Tab.make(browser)
    yield found
    found.page.context.close()


def unlock(page: Page, password: str = PASSWORD, *, remember: bool = False) -> None:
    page.get_by_label("Password", exact=True).fill(password)
    if remember:
        page.get_by_label("Remember it").check()
    page.get_by_role("button", name="Open").click()


def test_the_password_opens_the_page_within_two_seconds(tab: Tab, origin: str) -> None:
    tab.page.goto(f"{origin}/acme/shop/index.html")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Acme")
    unlock(tab.page)
    expect(tab.page.locator(".headline")).to_have_text("The pilot is open", timeout=2000)
    assert tab.noise == []


def test_it_opens_from_disk(tab: Tab, folder: Path) -> None:
    tab.page.goto((folder / "acme/shop/index.html").as_uri())
    unlock(tab.page)
    expect(tab.page.locator(".headline")).to_have_text("The pilot is open")
    assert tab.noise == []


def test_images_are_shown_once_it_is_open(tab: Tab, origin: str) -> None:
    tab.page.goto(f"{origin}/acme/shop/updates/2026-11-16/index.html")
    unlock(tab.page)
    image = tab.page.get_by_alt_text("A drawing")
    expect(image).to_be_visible()
    assert image.evaluate("image => image.complete && image.naturalWidth") == 40
    assert tab.noise == []


def test_a_wrong_password_is_told_and_can_be_mended(tab: Tab, origin: str) -> None:
    tab.page.goto(f"{origin}/acme/shop/index.html")
    unlock(tab.page, "gova-luje zuge-gogo")
    expect(tab.page.get_by_text("This is not the password.")).to_be_visible()
    expect(tab.page.get_by_text("did not arrive whole")).to_be_hidden()
    unlock(tab.page, f" {PASSWORD} ")
    expect(tab.page.locator(".headline")).to_have_text("The pilot is open")


@pytest.mark.parametrize("harm", ["cut", "changed"])
def test_a_broken_file_is_told_before_anybody_types(tab: Tab, folder: Path, tmp_path: Path, harm: str) -> None:
    whole = (folder / "acme/shop/index.html").read_text("utf-8")
    start = whole.index('data-digest="')
    broken = whole[: start + 500] if harm == "cut" else whole[: start + 300] + "AAAA" + whole[start + 304 :]
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/index.html").write_text(broken, "utf-8")
    (tmp_path / "assets").symlink_to(folder / "acme/assets")
    tab.page.goto((tmp_path / "shop/index.html").as_uri())
    expect(tab.page.get_by_text("did not arrive whole")).to_be_visible()
    expect(tab.page.get_by_text("This is not the password.")).to_be_hidden()
    expect(tab.page.get_by_label("Password", exact=True)).to_be_hidden()


def test_it_is_remembered_only_where_asked(tab: Tab, origin: str) -> None:
    tab.page.goto(f"{origin}/acme/shop/index.html")
    unlock(tab.page)
    expect(tab.page.locator(".headline")).to_have_text("The pilot is open")
    assert tab.page.evaluate("sessionStorage.length + localStorage.length") == 0
    tab.page.get_by_role("link", name="All updates").first.click()
    unlock(tab.page, remember=True)
    expect(tab.page.locator("h1")).not_to_have_text("Acme")
    assert PASSWORD not in tab.page.evaluate("JSON.stringify(sessionStorage)")
    tab.page.get_by_role("link", name="The pilot is open").click()
    expect(tab.page.get_by_alt_text("A drawing")).to_be_visible()


def test_an_attachment_is_saved_once_it_is_open(tab: Tab, origin: str) -> None:
    tab.page.goto(f"{origin}/acme/shop/updates/2026-11-16/index.html")
    unlock(tab.page, remember=True)
    tab.page.get_by_role("link", name="the plan").click()
    with tab.page.expect_download() as saved:
        tab.page.get_by_role("link", name="Save the file").click()
    assert saved.value.suggested_filename == "plan.pdf"
    assert Path(saved.value.path()).read_text() == "what was agreed"


def test_nothing_is_asked_of_anybody_while_it_opens(tab: Tab, origin: str) -> None:
    tab.page.goto(f"{origin}/acme/shop/index.html")
    tab.page.wait_for_load_state("networkidle")
    asked: list[str] = []
    tab.page.on("request", lambda request: asked.append(request.url))
    unlock(tab.page, "not the password at all")
    expect(tab.page.get_by_text("This is not the password.")).to_be_visible()
    assert asked == []
    unlock(tab.page)
    expect(tab.page.locator(".headline")).to_have_text("The pilot is open")
    assert all(url.startswith(f"{origin}/acme/assets/") for url in asked)


def test_without_scripts_it_says_what_it_needs_and_shows_no_field(browser: Browser, origin: str) -> None:
    tab = Tab.make(browser, scripts=False)
    tab.page.goto(f"{origin}/acme/shop/index.html")
    expect(tab.page.get_by_text("please allow JavaScript")).to_be_visible()
    expect(tab.page.get_by_label("Password", exact=True)).to_be_hidden()
    tab.page.context.close()


def test_it_fits_a_small_phone_and_bars_nobody(tab: Tab, origin: str) -> None:
    tab.open(f"{origin}/acme/shop/files/plan.pdf.html", DAY, width_px=320)
    expect(tab.page.get_by_label("Password", exact=True)).to_be_focused()
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert tab.find_barriers() == []
    assert tab.noise == []
