"""Markdown becomes HTML as GitHub reads it, by GitHub's own cmark-gfm."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from cmarkgfm import _cmark, cmark

OPTIONS = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_FOOTNOTES
"""Raw HTML comes through here; the sanitiser judges it."""

MAYBE_HTML = re.compile("<[A-Za-z/!?]")

EXTENSIONS = ("table", "strikethrough", "autolink", "tagfilter", "tasklist")

ALLOCATOR = ("calloc", "realloc", "free")
"""The functions that cmark's allocator consists of."""


class GitHubMarkdown:
    """The engine `gfm`."""

    def render(self, text: str) -> str:
        """Return raw HTML."""
        lib = _cmark.lib
        source = text.encode("utf-8")
        parser = lib.cmark_parser_new(OPTIONS)
        try:
            for extension in _find_extensions():
                lib.cmark_parser_attach_syntax_extension(parser, extension)
            lib.cmark_parser_feed(parser, source, len(source))
            root = lib.cmark_parser_finish(parser)
            written = lib.cmark_render_html(root, OPTIONS, lib.cmark_parser_get_syntax_extensions(parser))
        finally:
            lib.cmark_parser_free(parser)
        html: bytes = _cmark.ffi.string(written)
        _find_free()(root, written)
        return html.decode("utf-8")

    def makes_all(self, text: str) -> bool:
        """Tell whether nothing in the text can be a tag of its author's, or name a character by its number.

        CommonMark takes for HTML only what a `<` begins, right before a letter or one of `/!?`. All else cmark writes
        itself, from its tree; and no character that has a name is an unprintable one.
        """
        return "&#" not in text and not MAYBE_HTML.search(text)


@cache
def _find_extensions() -> tuple[Any, ...]:
    cmark.core_extensions_ensure_registered()
    return tuple(cmark.find_syntax_extension(name) for name in EXTENSIONS)


@cache
def _find_free() -> Callable[[Any, Any], None]:
    """Return what gives back the memory of a tree and its HTML: cmarkgfm never does, and loses some 50 KB a text.

    Where its library does not show the functions, nothing is freed.
    """
    import ctypes

    try:
        library = ctypes.CDLL(_cmark.__file__)
        free_tree, allocator = library.cmark_node_free, library.cmark_get_default_mem_allocator
    except (OSError, AttributeError):
        return lambda _root, _written: None
    allocator.restype = ctypes.POINTER(ctypes.c_void_p * len(ALLOCATOR))
    free_text = ctypes.CFUNCTYPE(None, ctypes.c_void_p)(allocator().contents[ALLOCATOR.index("free")])
    free_tree.argtypes, free_tree.restype = [ctypes.c_void_p], None

    def free(root: Any, written: Any) -> None:
        free_tree(_find_address(root))
        free_text(_find_address(written))

    return free


def _find_address(pointer: Any) -> int:
    return int(_cmark.ffi.cast("uintptr_t", pointer))
