"""What compiled templates call while they render: each value shown, each macro called, each module imported."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from functools import cached_property, lru_cache
from operator import attrgetter, is_
from types import FunctionType
from typing import Any

from jinja2 import Environment, Template, TemplateError, TemplateRuntimeError
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from sitegen.theme.compiler import QuietGenerator, Reads
from sitegen.theme.likeness import PLAIN, find_likeness, never_changes

MAX_MODULES = 64
MAX_WRITTEN = 256
MAX_SAID = 4096
MAX_SAID_OF = 128
HEAD = ("page", "head")
escape_text = lru_cache(maxsize=8192)(escape)


def show(value: object) -> str:
    """Return a value as HTML; `None`, which a reader must never see, is an error."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is str:
        return escape_text(value)
    if value is None:
        raise TemplateRuntimeError("the value is None, which no page may show; test it with '{% if … %}' first")
    return escape(value)


class QuickMacro(Macro):
    """A macro that is called without ado where nothing but its arguments is to be thought of."""

    _said: dict[Any, Markup] | None = None
    _said_of: dict[int, tuple[Any, Markup]]

    def remember(self) -> None:
        """Say the same to the same from now on: nothing else that the macro reads will change."""
        if not (self.caller or self.catch_kwargs or self.catch_varargs or "caller" in self.arguments):
            self._said, self._said_of = {}, {}

    def say(self, arguments: tuple[Any, ...]) -> Markup:
        """Return what the macro says in a page."""
        if self._said is None:
            return self._make(arguments)
        kinds = tuple(map(type, arguments))
        if not PLAIN.issuperset(kinds):
            return self._say_of(arguments) if len(arguments) == 1 else self._make(arguments)
        said = self._said.get((arguments, kinds))
        if said is None:
            said = self._make(arguments)
            if len(self._said) < MAX_SAID:
                self._said[arguments, kinds] = said
        return said

    def _say_of(self, arguments: tuple[Any]) -> Markup:
        """Return what the macro says of one view, which never changes: a page and a feed show the same ones."""
        (view,) = arguments
        kind: Any = type(view)
        known = self._said_of.get(id(view))
        if known and known[0] is view:
            return known[1]
        said = self._make(arguments)
        if never_changes(kind):
            if len(self._said_of) >= MAX_SAID_OF:
                self._said_of.clear()
            self._said_of[id(view)] = view, said
        return said

    def _make(self, arguments: tuple[Any, ...]) -> Markup:
        lacking = self._argument_count - len(arguments)
        if lacking < 0 or self.caller or self.catch_kwargs or self.catch_varargs or self.explicit_caller:
            return self(*arguments)  # type: ignore[return-value]
        if lacking:
            arguments += (missing,) * lacking
        return str.__new__(Markup, self._func(*arguments))


class QuickContext(Context):
    """A context that hands nothing of itself to what asks for nothing of it."""

    def call(
        self, called: Callable[..., Any], /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any
    ) -> Any:
        """Call a macro or a function."""
        if type(called) is QuickMacro:
            if not kwargs and self.eval_ctx.autoescape:
                return called.say(args)
        elif type(called) is FunctionType and not hasattr(called, "jinja_pass_arg"):
            return called(*args, **kwargs)
        return super().call(called, *args, _loop_vars=_loop_vars, _block_vars=_block_vars, **kwargs)


class QuickTemplate(Template):
    """A template whose module, imported with context, is made once for all pages of which it reads the same."""

    _reads: Reads | None
    _modules: dict[tuple[Any, ...], TemplateModule]
    _written: dict[tuple[Any, ...], tuple[str, ...]]
    _last_read: tuple[list[Any], tuple[Any, ...]] | None

    @classmethod
    def _from_namespace(cls, environment: Environment, namespace: MutableMapping[str, Any], *rest: Any) -> Template:
        template = super()._from_namespace(environment, namespace, *rest)
        assert isinstance(template, cls)
        namespace.update(escape=show, Macro=QuickMacro)
        template._reads = namespace["reads"]
        template._modules, template._written = {}, {}
        template._last_read = None
        return template

    def new_context(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002  Jinja's names
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002
    ) -> Context:
        """Return a context of these names, and, where they are not another context's, of those that all pages share."""
        names = (vars or {}) if shared else {**self.environment.globals, **(vars or {})}
        if locals:
            names = names | {name: value for name, value in locals.items() if value is not missing}
        return QuickContext(self.environment, names, self.name, self.blocks)

    def write_into(self, context: Context, names: Mapping[str, Any]) -> Iterable[str]:
        """Write the template as a part of another one, whose context and own names it sees.

        What reads nothing of its page but the head stands on many pages: it is written once for all that it reads.
        """
        key = self._find_key(context, names) if self._is_of_head else None
        written = self._written.get(key) if key is not None else None
        if written is None:
            pieces = self.root_render_func(self.new_context(context.get_all(), shared=True, locals=names))
            if key is None:
                return pieces
            if len(self._written) >= MAX_WRITTEN:
                self._written.clear()
            written = self._written[key] = tuple(pieces)
        return written

    def find_module(self, context: Context, names: Mapping[str, Any]) -> TemplateModule:
        """Return the module that an import binds in another template, whose context and own names it sees."""
        key = self._find_key(context, names)
        module = self._modules.get(key) if key is not None else None
        if module is None:
            module = self.make_module(context.get_all(), True, names)
            if key is None:
                return module
            for value in module.__dict__.values():
                if isinstance(value, QuickMacro):
                    value.remember()
            if len(self._modules) < MAX_MODULES:
                self._modules[key] = module
        return module

    def _find_key(self, context: Context, names: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """Return the likeness of all that the template reads; None where it is more than can be compared.

        The pages of a project share much of their heads: what is read is often the very same as the last time, and
        what has a likeness never changes.
        """
        values = self._read_all(context, names)
        if values is None:
            return None
        if self._last_read:
            known, key = self._last_read
            if len(values) == len(known) and all(map(is_, values, known)):
                return key
        key = tuple(value if value is missing else find_likeness(value) for value in values)
        if None in key:
            return None
        self._last_read = values, key
        return key

    def _read_all(self, context: Context, names: Mapping[str, Any]) -> list[Any] | None:
        """Return all that the template reads, `missing` for a name that all pages share; None if it is not known."""
        if self._readers is None:
            return None
        shared = self.environment.globals
        values: list[Any] = []
        for name, read in self._readers:
            value = names.get(name, missing)
            if value is missing:
                value = context.resolve_or_missing(name)
            if value is shared.get(name, missing):
                values.append(missing)
                continue
            try:
                values += read(value)
            except AttributeError:
                return None
        return values

    @cached_property
    def _readers(self) -> tuple[tuple[str, Callable[[Any], tuple[Any, ...]]], ...] | None:
        """The names that the template reads, each with what takes the fields from it that are read."""
        if self._paths is None:
            return None
        read: dict[str, list[str]] = {}
        for name, *fields in self._paths:
            read.setdefault(name, []).append(".".join(fields))
        return tuple((name, _make_reader(fields)) for name, fields in read.items())

    @cached_property
    def _is_of_head(self) -> bool:
        """Tell whether the template reads no other names than those that all pages share, and the page's head."""
        shared = self.environment.globals
        return self._paths is not None and all(path[:2] == HEAD or path[0] in shared for path in self._paths)

    @cached_property
    def _paths(self) -> tuple[tuple[str, ...], ...] | None:
        """All that the template reads, and the templates that it reads beside."""
        paths: set[tuple[str, ...]] = set()
        known = {self.name}
        open_: list[Template] = [self]
        while open_:
            template = open_.pop()
            if not isinstance(template, QuickTemplate) or template._reads is None:
                return None
            own, others = template._reads
            paths.update(own)
            try:
                open_ += [self.environment.get_template(name) for name in others if name not in known]
            except TemplateError:  # told where it is imported, if it is
                return None
            known.update(others)
        return tuple(sorted(paths))


def _make_reader(fields: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what takes fields from a value, or, where one of them has no name, the whole."""
    if not all(fields):
        return lambda value: (value,)
    read = attrgetter(*fields)
    return read if len(fields) > 1 else lambda value: (read(value),)


class QuickEnvironment(Environment):
    """An environment whose templates never change once they are loaded."""

    code_generator_class = QuietGenerator
    context_class = QuickContext
    template_class = QuickTemplate

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known: dict[str | Template, Template] = {}

    def get_template(self, name: str | Template, *rest: Any, **named: Any) -> Template:
        """Return a template."""
        template = self._known.get(name)
        if template is None:
            template = self._known[name] = super().get_template(name, *rest, **named)
        return template
