"""An address becomes a page in a tab, at a day, with a record of all that went wrong while it was open."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Browser, Page

PROBE = Path(__file__).with_name("probe.js").read_text("utf-8")
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
OF_LOOKS = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
"""The rules that may find another thing once the same page is of another width or colour."""
HEIGHT_PX = 800
OWN = ("http://127.0.0.1:", "file:", "data:", "about:")
"""How the addresses begin that a page may ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A tab of its own browser context, with or without scripts."""

    page: Page
    noise: list[str] = field(default_factory=list)
    """What the page said on the console or fetched in vain or from elsewhere since it was opened."""

    @classmethod
    def make(cls, browser: Browser, *, scripts: bool = True) -> Self:
        """Open an empty tab."""
        context = browser.new_context(java_script_enabled=scripts, timezone_id="Europe/Kyiv", locale="en-GB")
        tab = cls(page=context.new_page())
        note = tab.noise.append
        tab.page.on("console", lambda message: note(f"{message.type}: {message.text}"))
        tab.page.on("pageerror", lambda error: note(f"uncaught: {error}"))
        tab.page.on("request", lambda asked: note(f"asks {asked.url}") if not asked.url.startswith(OWN) else None)
        tab.page.on("response", lambda given: note(f"{given.status}: {given.url}") if given.status >= 400 else None)
        return tab

    def open(self, url: str, day: date, width_px: int = 1280) -> None:
        """Open an address as on a given day, at noon, in the light scheme."""
        self.resize(width_px)
        self.page.emulate_media(media="screen", color_scheme="light")
        self.page.context.clock.set_fixed_time(datetime.combine(day, time(12), UTC))
        self.noise.clear()
        self.page.goto(url)
        self.page.evaluate(f"() => {{ globalThis.probe = {PROBE}; }}")

    def resize(self, width_px: int) -> None:
        """Change how wide the window is."""
        self.page.set_viewport_size({"width": width_px, "height": HEIGHT_PX})

    def ask(self, question: str) -> Any:
        """Return what `probe.js` answers, such as to `layout()`."""
        return self.page.evaluate(f"() => probe.{question}")

    def find_barriers(self, rules: Sequence[str] = STANDARDS) -> list[str]:
        """Return what bars people with disabilities, by axe: by all standards, or by some rules."""
        self.page.evaluate(f"() => {{ if (!globalThis.axe) {{ {AXE} }} }}")
        asked = {"runOnly": list(rules), "resultTypes": ["violations"], "preload": False}
        result = self.page.evaluate("asked => axe.run(document, asked)", asked)
        return [
            f"{rule['id']}: {rule['help']}: {node['html'][:120]}"
            for rule in result["violations"]
            for node in rule["nodes"]
        ]
