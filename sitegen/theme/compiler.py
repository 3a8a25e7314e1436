"""A template's syntax tree in: the Python code that renders it, and what of its context that code may read."""

from collections import Counter
from collections.abc import Iterator, Mapping

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.meta import find_referenced_templates

CODE_FORMAT = 4
"""Rises whenever other code is made of the same template, so that what was kept on disk is not used any more."""

YEAR = ("page", "head", "year")
"""What the filters of dates read of their context."""

_READING_FILTERS = frozenset({"date", "time", "map", "select", "reject", "selectattr", "rejectattr"})
"""The filters that read their context, and those that may call them."""
_STATEFUL = frozenset({"namespace", "cycler", "joiner"})

Path = tuple[str, ...]
"""A name, and the fields that are asked of it one after the other."""

Reads = tuple[tuple[Path, ...], tuple[str, ...]]
"""Names with the fields that are asked of them, and the templates that are read beside."""


class QuietGenerator(CodeGenerator):
    """Writes code that shows values by one call, and says what a template reads.

    Nothing is worked out while a template is compiled: all languages share the code.
    """

    def visit_Template(self, node: nodes.Template, frame: object = None) -> None:  # noqa: N802  Jinja's name
        """Write the module."""
        self._asked: set[str] = set()
        super().visit_Template(node)
        self.writeline(f"reads = {find_reads(node, self._asked)!r}")

    def enter_frame(self, frame: Frame) -> None:
        """Gather what a template or a block writes, so that it is handed on in one piece, and what it asks for."""
        super().enter_frame(frame)
        self._asked.update(name for action, name in frame.symbols.loads.values() if action == VAR_LOAD_RESOLVE)
        if frame.toplevel or frame.block_frame:
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        """Hand on what was gathered."""
        if frame.toplevel or frame.block_frame:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Ask for a field, and only where there is none of that name for what else it may mean."""
        owner, found = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({found} if ({found} := getattr(({owner} := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr({owner}, {node.attr!r}))")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """Hand on what another template writes, as it comes."""
        if node.ignore_missing or not node.with_context or not isinstance(node.template, nodes.Const):
            super().visit_Include(node, frame)
            return
        self.writeline(f"{frame.buffer}.extend(environment.get_template(", node)
        self.visit(node.template, frame)
        self.write(f", {self.name!r}).write_into(context, {self.dump_local_context(frame)}))")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802
        """Hand on what a block writes, as it comes."""
        if frame.buffer is None or (frame.toplevel and self.extends_so_far) or node.scoped or node.required:
            super().visit_Block(node, frame)
            return
        self.writeline(f"{frame.buffer}.extend(context.blocks[{node.name!r}][0]({self.get_context_ref()}))", node)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Ask for a module; only what makes it needs all the names of the context."""
        if not node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.get_template(")
        self.visit(node.template, frame)
        self.write(f", {self.name!r}).find_module(context, {self.dump_local_context(frame)})")

    def _make_finalize(self) -> CodeGenerator._FinalizeInfo:
        return self._FinalizeInfo(None, None)


def find_reads(template: nodes.Template, names: set[str]) -> Reads | None:
    """Return what a template may read of its context when it is imported; `names` are those that it asks for.

    None where no more is known than the template itself, or where it keeps something that changes.
    """
    if names & _STATEFUL or _has(template, nodes.Extends, nodes.Block) or _keeps_state(template):
        return None
    paths = set(_find_paths(template, dict.fromkeys(names) | _find_aliases(template, names)))
    if any(each.name in _READING_FILTERS for each in template.find_all(nodes.Filter)):
        paths.add(YEAR)
    templates: set[str] = set()
    for name in find_referenced_templates(template):
        if name is None:
            return None
        templates.add(name)
    return tuple(sorted(paths)), tuple(sorted(templates))


def _keeps_state(node: nodes.Node) -> bool:
    """Tell whether a name outside of the macros may hold what a macro could change."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Macro | nodes.CallBlock):
            continue
        if isinstance(child, nodes.Assign) and _has(child, nodes.Call, nodes.List, nodes.Dict):
            return True
        if _keeps_state(child):
            return True
    return False


def _has(node: nodes.Node, *kinds: type[nodes.Node]) -> bool:
    """Tell whether a node has one of these kinds beneath it."""
    return any(node.find(kind) is not None for kind in kinds)


def _find_aliases(template: nodes.Template, names: set[str]) -> dict[str, Path]:
    """Return the names that stand for a field all through a template, as after `{% set head = page.head %}`."""
    set_ = Counter(name.name for name in template.find_all(nodes.Name) if name.ctx != "load")
    aliases: dict[str, Path] = {}
    for node in template.body:
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            path, name = _follow(node.node), node.target.name
            if len(path) > 1 and path[0] in names and set_[name] == 1 and name not in names:
                aliases[name] = path
    return aliases


def _find_paths(node: nodes.Node, names: Mapping[str, Path | None]) -> Iterator[Path]:
    """Yield the names, each with the fields that are asked of it; what stands for a field is that field."""
    if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name) and names.get(node.target.name):
        return
    path = _follow(node)
    if path and path[0] in names:
        yield (*(names[path[0]] or path[:1]), *path[1:])
        return
    for child in node.iter_child_nodes():
        yield from _find_paths(child, names)


def _follow(node: nodes.Node) -> Path:
    """Return the name and the fields of `name.field.field`; nothing of any other expression."""
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr) and (path := _follow(node.node)):
        return (*path, node.attr)
    return ()
