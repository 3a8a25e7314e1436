"""What a preview shows becomes its own first page: the way to every client and project, which the site's root lacks."""

from html import escape

from sitegen.serve.shown import Shown, ShownProject, ShownReader

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__sitegen/listing.css">
</head>
<body>
<main>
<h1>{title}</h1>
{content}
</main>
</body>
</html>
"""


def format_listing(shown: Shown | None) -> bytes:
    """Write the page that lists all clients and projects; before the first good build it lists none."""
    if shown is None:
        return _format_page("Preview", "<p>There is nothing to show yet: the content has errors.</p>")
    readers = "".join(_format_reader(reader) for reader in shown.readers) or "<p>There is no client yet.</p>\n"
    root = '<p class="quiet">Strangers who find the site’s root see <a href="/index.html">this neutral page</a>.</p>'
    return _format_page(f"Preview: {shown.firm}", readers + root)


def format_missing(path: str) -> bytes:
    """Write the page that says that nothing stands at a path."""
    content = (
        f'<p>There is no page at <code>{escape(path)}</code>.</p>\n<p><a href="/">All clients and projects</a></p>'
    )
    return _format_page("Page not found", content)


def _format_page(title: str, content: str) -> bytes:
    return PAGE.format(title=escape(title), content=content).encode()


def _format_reader(reader: ShownReader) -> str:
    projects = "".join(_format_project(project) for project in reader.projects)
    kind = ' <span class="quiet">agency</span>' if reader.is_agency else ""
    return f"<section>\n<h2>{_link(reader.href, reader.name)}{kind}</h2>\n<ul>\n{projects}</ul>\n</section>\n"


def _format_project(project: ShownProject) -> str:
    marks = "".join(
        f"<li>{_link(mark.href, f'Update of {mark.day.isoformat()}')}</li>\n" for mark in reversed(project.marks)
    )
    return f"<li>{_link(project.href, project.name)}{f'<ul>{marks}</ul>' if marks else ''}</li>\n"


def _link(href: str, text: str) -> str:
    return f'<a href="{escape(href)}">{escape(text)}</a>'
