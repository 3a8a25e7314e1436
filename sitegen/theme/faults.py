"""Whatever goes wrong in a template in: a theme error that names the template, the line and how it came there out."""

import re
from collections.abc import Iterator
from types import TracebackType

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from sitegen.errors import ThemeError
from sitegen.problems import Position, Problem, suggest
from sitegen.theme.chain import ThemeFolder

Frame = tuple[str, int]
"""A template's path and a line of it."""


def explain(
    fault: Exception, environment: Environment, chain: tuple[ThemeFolder, ...], template: str, page: str
) -> ThemeError:
    """Return the theme error for what went wrong while `page` was rendered from `template`."""
    frames = list(_walk(fault.__traceback__))
    if isinstance(fault, TemplateSyntaxError) and fault.filename:
        last = (fault.filename, fault.lineno)
        if not frames or frames[-1] != last:
            frames.append(last)
    if isinstance(fault, RecursionError):
        frames = list(dict.fromkeys(frames))
    message = _describe(fault, environment, chain)
    path, line = frames[-1] if frames else (chain[0].settings_path, 1)
    source = _find_line(chain, path, line)
    problem = Problem(
        rule="theme",
        message=message,
        position=Position(path=path, line=line, column=_find_column(message, source), source=source),
    )
    trail = [f"{path}:{line}" for path, line in frames[:-1]]
    return ThemeError(problem, tuple(dict.fromkeys((*trail, f"page {page}" if page else f"template {template}"))))


def _walk(traceback: TracebackType | None) -> Iterator[Frame]:
    """Yield the templates that a traceback leads through, outermost first.

    Jinja puts a frame of its own in the place of each frame of compiled code, and marks it so.
    """
    while traceback is not None:
        frame = traceback.tb_frame
        if "__jinja_exception__" in frame.f_globals:
            yield frame.f_code.co_filename, traceback.tb_lineno
        elif compiled := frame.f_globals.get("__jinja_template__"):
            yield frame.f_code.co_filename, compiled.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next


def _describe(fault: Exception, environment: Environment, chain: tuple[ThemeFolder, ...]) -> str:
    """Say what went wrong, in one line."""
    if isinstance(fault, TemplateNotFound):
        names = environment.list_templates()
        names += [f"{theme.name}/{name}" for theme in chain for name in theme.templates]
        return f"'{fault.name}' is no template of this theme{suggest(str(fault.name), names)}"
    if isinstance(fault, RecursionError):
        beneath = chain[-1].name
        hint = f"; '{beneath}/…' names the one of the theme '{beneath}'" if len(chain) > 1 else ""
        return f"the template extends or includes itself{hint}"
    text = " ".join(str(fault).split("\n", 1)[0].split()) if str(fault) else ""
    if isinstance(fault, UndefinedError):
        return text
    if isinstance(fault, TemplateSyntaxError):
        return _lower(fault.message or "the template is malformed")
    if isinstance(fault, TemplateError | ValueError):
        return text
    return f"the template failed with {type(fault).__name__}: {text}" if text else f"failed with {type(fault).__name__}"


def _lower(text: str) -> str:
    """Write a library's message as ours are: lower case, no full stop."""
    return "; ".join(part[:1].lower() + part[1:] for part in text.rstrip(".").split(". "))


def _find_line(chain: tuple[ThemeFolder, ...], path: str, line: int) -> str:
    """Return the text of a template's line."""
    for theme in chain:
        for name, source in theme.templates.items():
            if theme.template_path(name) == path:
                lines = source.splitlines()
                return lines[line - 1] if 0 < line <= len(lines) else ""
    return ""


def _find_column(message: str, source: str) -> int:
    """Return the column of what the message names first, else of the first text of the line."""
    named = re.search(r"'([^']+)'", message)
    at = source.find(named[1]) if named else -1
    return (at if at >= 0 else len(source) - len(source.lstrip())) + 1
