"""Markdown becomes HTML as GitHub reads it, by GitHub's own cmark-gfm."""

from cmarkgfm import cmark

OPTIONS = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_FOOTNOTES
"""Raw HTML comes through here; the sanitiser judges it."""

EXTENSIONS = ("table", "strikethrough", "autolink", "tagfilter", "tasklist")


class GitHubMarkdown:
    """The engine `gfm`."""

    def render(self, text: str) -> str:
        """Return raw HTML."""
        html: str = cmark.markdown_to_html_with_extensions(text, OPTIONS, EXTENSIONS)
        return html
