"""What the tests of this package share: a site with few files, its words, and a reading of the golden cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.markup import Fragment, Words, make_engine, render_markdown

WORDS = Words(table="Table", done="done", open="open", image="image", footnotes="Footnotes", back="back to the text")

FILES = {
    "../files/brief.pdf": "files/brief.pdf",
    "a plan.md": "updates/a%20plan.html",
    "shot.png": "files/shot.png",
    "2026-11-09.md": "2026-11-09/",
}
"""The paths that lead somewhere, and where."""

ENGINES = {"gfm": (), "python-markdown": ("extra",)}


def render(text: str, *, engine: str = "gfm", heading_level: int = 3, id_prefix: str = "t-") -> Fragment:
    return render_markdown(
        text,
        engine=make_engine(engine, ENGINES[engine]),
        links=FILES.get,
        heading_level=heading_level,
        id_prefix=id_prefix,
        words=WORDS,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One golden case; the file's name begins with the engine's."""

    title: str
    engine: str
    source: str
    expected: str


def read_cases() -> Iterator[Case]:
    for path in sorted((Path(__file__).parent / "cases").glob("*.txt")):
        engine = next(name for name in ENGINES if path.name.startswith(name))
        for block in path.read_text("utf-8").split("\n====\n")[1:]:
            head, source, expected = block.split("\n----\n")
            yield Case(title=head.strip(), engine=engine, source=source, expected=expected.strip())
