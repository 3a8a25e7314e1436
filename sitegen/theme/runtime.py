"""What compiled templates call while they render: each value shown, each macro called, each module imported."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from datetime import date
from functools import cached_property, lru_cache
from types import FunctionType
from typing import Any

from jinja2 import Environment, Template, TemplateError, TemplateRuntimeError
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from sitegen.theme.compiler import QuietGenerator, Reads

MAX_MODULES = 64
MAX_SAID = 4096
IMPORTED = 3
"""With how many arguments compiled code asks for a module with context."""

_PLAIN = frozenset({str, Markup, int, bool, type(None), date})
"""Types whose equal values are written equally."""

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

    def remember(self) -> None:
        """Say the same to the same from now on: nothing else that the macro reads will change."""
        if not (self.caller or self.catch_kwargs or self.catch_varargs or "caller" in self.arguments):
            self._said = {}

    def say(self, arguments: tuple[Any, ...]) -> Markup:
        """Return what the macro says in a page."""
        if self._said is None:
            return self._make(arguments)
        kinds = tuple(map(type, arguments))
        if not _PLAIN.issuperset(kinds):
            return self._make(arguments)
        said = self._said.get((arguments, kinds))
        if said is None:
            said = self._make(arguments)
            if len(self._said) < MAX_SAID:
                self._said[arguments, kinds] = said
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

    @classmethod
    def _from_namespace(cls, environment: Environment, namespace: MutableMapping[str, Any], *rest: Any) -> Template:
        template = super()._from_namespace(environment, namespace, *rest)
        assert isinstance(template, cls)
        namespace.update(escape=show, Macro=QuickMacro)
        template._reads = namespace["reads"]
        template._modules = {}
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

    def write_into(self, context: Context, names: Mapping[str, Any]) -> Iterator[str]:
        """Write the template as a part of another one, whose context and own names it sees."""
        return self.root_render_func(self.new_context(context.get_all(), shared=True, locals=names))

    def make_module(self, *given: Any, **named: Any) -> TemplateModule:
        """Return the module that an import binds; given are the names of the importing context and template."""
        key = self._find_key(*given) if len(given) == IMPORTED and not named else None
        if key is None:
            return super().make_module(*given, **named)
        module = self._modules.get(key)
        if module is None:
            module = super().make_module(*given)
            for value in module.__dict__.values():
                if isinstance(value, QuickMacro):
                    value.remember()
            if len(self._modules) < MAX_MODULES:
                self._modules[key] = module
        return module

    def _find_key(self, variables: Mapping[str, Any], _: bool, inner: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """Return the values that the module reads; None where they are more than can be compared."""
        if self._paths is None:
            return None
        shared = self.environment.globals
        key: list[Any] = []
        for name, *fields in self._paths:
            value = inner.get(name, missing)
            if value is missing:
                value = variables.get(name, missing)
            if value is shared.get(name, missing):
                key.append(None)
                continue
            for field in fields:
                value = getattr(value, field, missing)
            if type(value) not in _PLAIN:
                return None
            key.append((value, type(value)))
        return tuple(key)

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
