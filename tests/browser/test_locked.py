"""A locked page in a real browser: it opens with the password alone, tells what is wrong, and sends nothing."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sitegen.build import Request, build
from tests.bad_input.site import DAY, FILES, SHOP
from tests.browser.server import serve
from tests.browser.tab import Tab
from tests.cases import write_files
from tests.hosts import run_nginx
from tests.sealed import SEALED

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


@pytest.fixture(scope="module", params=["disk", "nginx"])
def place(folder: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where readers meet the pages: as files, or from a server with the documentation's snippet."""
    if request.param == "disk":
        yield folder.as_uri()
        return
    with run_nginx(folder, tmp_path_factory.mktemp("nginx")) as port:
        yield f"http://127.0.0.1:{port}"


def test_from_disk_and_from_a_server_a_wrong_password_is_refused_and_the_right_one_opens(tab: Tab, place: str) -> None:
    tab.page.goto(f"{place}/acme/shop/index.html")
    unlock(tab.page, "gova-luje zuge-gogo")
    expect(tab.page.get_by_text("This is not the password.")).to_be_visible(timeout=2000)
    unlock(tab.page, remember=True)
    expect(tab.page.locator(".headline")).to_have_text("The pilot is open", timeout=2000)
    tab.page.get_by_role("link", name="All updates").first.click()
    tab.page.get_by_role("link", name="The pilot is open").click()
    expect(tab.page.get_by_alt_text("A drawing")).to_be_visible()
    tab.page.get_by_role("link", name="the plan").click()
    with tab.page.expect_download() as saved:
        tab.page.get_by_role("link", name="Save the file").click()
    assert saved.value.suggested_filename == "plan.pdf"
    assert Path(saved.value.path()).read_text() == "what was agreed"
    assert tab.noise == []


def test_each_person_has_a_password_until_the_build_that_leaves_them_out(browser: Browser, tmp_path: Path) -> None:
    passwords = {"ann": "gova-luje-zuge", "bob": "пароль з літер і цифр 12"}
    client = "name: Acme\npeople: {bob: {name: Bob}}\naccess: {mode: password, people: [ann, bob]}\n"
    files = {path: text for path, text in FILES.items() if not path.startswith("content/agencies/")}
    write_files({**files, "content/clients/acme/client.yml": client}, tmp_path)
    request = Request(config=tmp_path / "sitegen.yml", day=DAY, jobs=1)
    page = (tmp_path / "site/acme/shop/index.html").as_uri()
    tabs = {person: Tab.make(browser) for person in passwords}
    with pytest.MonkeyPatch.context() as patch:
        for person, password in passwords.items():
            patch.setenv(f"SITEGEN_PASSWORD_ACME_{person.upper()}", password)
        build(request)
        for person, tab in tabs.items():
            tab.page.goto(page)
            unlock(tab.page, passwords[person], remember=True)
            expect(tab.page.locator(".headline")).to_have_text("A shop.")
        write_files({"content/clients/acme/client.yml": client.replace("[ann, bob]", "[bob]")}, tmp_path)
        build(request)
    for person, tab in tabs.items():
        tab.page.reload()
        unlock(tab.page, passwords[person])
        expect(
            tab.page.get_by_text("A shop." if person == "bob" else "This is not the password.").first
        ).to_be_visible()
        tab.page.context.close()


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
    start = whole.index('data-path="')
    broken = whole[: start + 500] if harm == "cut" else whole[: start + 300] + "AAAA" + whole[start + 304 :]
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/index.html").write_text(broken, "utf-8")
    (tmp_path / "assets").symlink_to(folder / "acme/assets")
    tab.page.goto((tmp_path / "shop/index.html").as_uri())
    expect(tab.page.get_by_text("did not arrive whole")).to_be_visible()
    expect(tab.page.get_by_text("This is not the password.")).to_be_hidden()
    expect(tab.page.get_by_label("Password", exact=True)).to_be_hidden()


def put_in_its_place(folder: Path, to: Path, path: str, source: str) -> Path:
    """Copy a client's folder as a host would that puts one page where another stood."""
    shutil.copytree(folder / "acme", to / "renamed")
    shutil.copy(folder / "acme" / source, to / "renamed" / path)
    return to / "renamed" / path


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("shop/index.html", "shop/updates/2026-11-16/index.html"),
        ("shop/index.html", "index.html"),
        ("shop/files/brief.txt.html", "shop/files/plan.pdf.html"),
    ],
)
def test_a_page_in_place_of_another_stays_closed(
    tab: Tab, folder: Path, tmp_path: Path, path: str, source: str
) -> None:
    file = put_in_its_place(folder, tmp_path, path, source)
    # The depth may differ: who swaps pages mends the links to the script too.
    up = "../" * path.count("/")
    file.write_text(
        re.sub(r'((?:src|href)=")(?:\.\./|\./)*assets/', rf"\1{up}assets/", file.read_text("utf-8")), "utf-8"
    )
    tab.page.goto(file.as_uri())
    expect(tab.page.get_by_text("not what belongs at this address")).to_be_visible()
    expect(tab.page.get_by_label("Password", exact=True)).to_be_hidden()


@pytest.mark.parametrize("harm", ["text", "kind"])
def test_what_is_sealed_in_place_of_another_stays_closed_though_all_else_was_forged(
    tab: Tab, folder: Path, tmp_path: Path, harm: str
) -> None:
    source = "shop/files/plan.pdf.html" if harm == "kind" else "shop/index.html"
    file = put_in_its_place(folder, tmp_path, source, source)
    text = file.read_text("utf-8")
    if harm == "text":
        other = SEALED.search((folder / "acme/index.html").read_text("utf-8"))
        assert other
        text = SEALED.sub(lambda match: match[0].replace(match[2], other[2]), text)
    else:
        text = text.replace(" data-file>", ">")
    file.write_text(sign_anew(text), "utf-8")
    tab.page.goto(file.as_uri())
    unlock(tab.page, remember=True)
    expect(tab.page.get_by_text("did not arrive whole")).to_be_visible()
    assert tab.page.evaluate("sessionStorage.length") == 0


def sign_anew(text: str) -> str:
    """Write the digest that belongs to what a page says, as whoever forges it can."""
    found = SEALED.search(text)
    assert found
    given = {name: unescape(value) for name, value in re.findall(r'data-(\w+)="([^"]*)"', found[1])}
    kind = "file" if "data-file" in found[1] else "page"
    lines = [given["salt"], given["rounds"], *given["keys"].split(" "), unescape(found[2]), kind, given["path"]]
    return text.replace(given["digest"], hashlib.sha256("\n".join(lines).encode()).hexdigest())


def test_a_folder_by_another_name_opens(tab: Tab, folder: Path, tmp_path: Path) -> None:
    """What a client was given on a stick, or what a host shows without endings, is still the client's."""
    shutil.copytree(folder / "acme", tmp_path / "renamed é %20")
    tab.page.goto((tmp_path / "renamed é %20/shop/index.html").as_uri())
    unlock(tab.page)
    expect(tab.page.locator(".headline")).to_have_text("The pilot is open")
    tab.page.get_by_role("link", name="All updates").first.click()
    expect(tab.page.get_by_label("Password", exact=True)).to_be_focused()
    assert tab.noise == []


@pytest.mark.parametrize("path", ["acme/shop/", "acme/shop/files/plan.pdf"])
def test_addresses_without_endings_open(tab: Tab, origin: str, path: str) -> None:
    """Static hosts leave out `.html` and `index.html`."""
    tab.page.goto(f"{origin}/{path}")
    unlock(tab.page)
    expect(tab.page.get_by_text("The pilot is open" if path.endswith("/") else "Save the file").first).to_be_visible()


@pytest.mark.parametrize("mark", ["#100%", "#nothing"])
def test_a_mark_that_is_none_harms_nothing(tab: Tab, origin: str, mark: str) -> None:
    tab.page.goto(f"{origin}/acme/shop/index.html")
    unlock(tab.page, remember=True)
    expect(tab.page.locator(".headline")).to_have_text("The pilot is open")
    tab.page.goto("about:blank")
    tab.page.goto(f"{origin}/acme/shop/index.html{mark}")
    expect(tab.page.locator(".headline")).to_have_text("The pilot is open")
    assert tab.page.evaluate("sessionStorage.length") == 1
    assert tab.noise == []


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
