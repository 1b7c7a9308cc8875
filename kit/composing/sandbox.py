"""The walls around a template: what an expression may reach, and how far it may grow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, UndefinedError, filters
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

#: Longest text that one template may make, in characters.
LARGEST_TEXT = 2_000_000
#: Longest `range` that a template may count through.
LARGEST_RANGE = 1_000

#: The filters that wording needs. None of them turns off escaping, none grows a text beyond its parts.
FILTERS: Mapping[str, Callable[..., Any]] = {
    "capitalize": filters.do_capitalize,
    "default": filters.do_default,
    "first": filters.FILTERS["first"],
    "join": filters.FILTERS["join"],
    "last": filters.do_last,
    "length": len,
    "lower": filters.do_lower,
    "trim": filters.do_trim,
    "upper": filters.do_upper,
}


class UnknownField(UndefinedError):
    """A template asked for a field that does not exist; `known` are the names that stand beside it."""

    def __init__(self, message: str | None, owner: object, name: str) -> None:
        super().__init__(message)
        self.owner = owner
        self.name = name


class TooLong(Exception):
    """A template made more text than LARGEST_TEXT."""


class Strict(StrictUndefined):
    """What stands for an unknown field: any use of it raises, and remembers what was asked of what."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = None,
        name: str | None = None,
        exc: type[Exception] = UndefinedError,
    ) -> None:
        raised: Any = exc
        if exc is UndefinedError:
            raised = lambda message: UnknownField(message, obj, name or "")  # noqa: E731  (Jinja calls it like a class)
        super().__init__(hint, obj, name, raised)


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment in which a template sees fields and loops, and no attribute of any Python object."""

    intercepted_binops = frozenset(("*", "**", "%", "//", "/"))

    def __init__(self, loader: BaseLoader, *, html: bool) -> None:
        super().__init__(
            loader=loader,
            autoescape=html,
            undefined=Strict,
            trim_blocks=not html,
            lstrip_blocks=not html,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.filters = dict(FILTERS)
        self.globals = {"range": limited_range}
        self.tests = {name: self.tests[name] for name in ("defined", "even", "odd", "in", "equalto")}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the field `attribute` of a map, or of the loop; nothing else has fields."""
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, Strict):
            obj._fail_with_undefined_error()  # noqa: SLF001  (Jinja's own way to say what is unknown)
        if isinstance(obj, LoopContext) and not attribute.startswith("_"):
            return super().getattr(obj, attribute)
        if isinstance(obj, str | int | tuple) and not attribute.startswith("_") and not hasattr(obj, attribute):
            return self.undefined(obj=obj, name=attribute)
        return self.unsafe_undefined(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return a field of a map or a place in a row."""
        if isinstance(obj, dict | Strict) and isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, str | tuple) and isinstance(argument, int | slice):
            return super().getitem(obj, argument)
        return self.unsafe_undefined(obj, str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        """Only macros, the loop and `range` may be called; an unknown name speaks for itself."""
        return obj is limited_range or isinstance(obj, Macro | LoopContext | Strict)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse arithmetic: figures arrive computed, and a product of texts has no limit."""
        raise SecurityError(f"the operator {operator} is not available in wording")


def limited_range(*bounds: int) -> range:
    """Return a range that a template may count through."""
    result = range(*bounds)
    if len(result) > LARGEST_RANGE:
        raise SecurityError(f"range is limited to {LARGEST_RANGE} steps")
    return result
