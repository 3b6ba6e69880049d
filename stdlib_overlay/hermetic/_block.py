"""What `hermetic_blocker` returns."""

from __future__ import annotations

import types
from contextlib import ContextDecorator
from functools import partial, wraps

from _hermetic import compile_policy, push, remove

TYPE_CHECKING = False  # Importing typing takes milliseconds.
if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator
    from typing import Any, TypeVar

    from _hermetic import Token

    _F = TypeVar("_F", bound=Callable[..., Any])


class Block(ContextDecorator):
    """A policy that holds between entering and leaving, for the whole process."""

    def __init__(self, fields: dict[str, Any], origin: str) -> None:
        self.fields = fields
        """As given; what is in force does not change with it."""
        self._policy = compile_policy(fields, origin=origin)
        self._tokens: list[Token] = []

    def __enter__(self) -> Block:
        self._tokens.append(push(self._policy))
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc: BaseException | None = None,
        traceback: types.TracebackType | None = None,
    ) -> None:
        if self._tokens:
            remove(self._tokens.pop())

    async def __aenter__(self) -> Block:
        return self.__enter__()

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc: BaseException | None = None,
        traceback: types.TracebackType | None = None,
    ) -> None:
        self.__exit__(exc_type, exc, traceback)

    def __call__(self, func: _F) -> _F:
        """Decorate `func`: its body runs inside the block. That of a generator
        does so in every step, and its consumer stays outside."""
        flags = _code_flags(func)
        for flag, wrap in _WRAPPERS:
            if flags & flag:
                return wrap(self, func)  # type: ignore[return-value]
        return super().__call__(func)


def _code_flags(func: object) -> int:
    while isinstance(func, partial):
        func = func.func
    func = getattr(func, "__func__", func)
    code = getattr(func, "__code__", None)
    return code.co_flags if isinstance(code, types.CodeType) else 0


def _wrap_coroutine(block: Block, func: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(func)
    async def wrapper(*args: Any, **kwargs: Any) -> Any:
        with block:
            return await func(*args, **kwargs)

    return wrapper


def _wrap_generator(block: Block, func: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(func)
    def wrapper(*args: Any, **kwargs: Any) -> Generator[Any, Any, Any]:
        generator = func(*args, **kwargs)
        step, argument = generator.send, None
        while True:
            try:
                with block:
                    item = step(argument)
            except StopIteration as stop:
                return stop.value
            try:
                argument = yield item
                step = generator.send
            except GeneratorExit:
                with block:
                    generator.close()
                raise
            except BaseException as error:
                step, argument = generator.throw, error

    return wrapper


def _wrap_async_generator(block: Block, func: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(func)
    async def wrapper(*args: Any, **kwargs: Any) -> AsyncGenerator[Any, Any]:
        generator = func(*args, **kwargs)
        step, argument = generator.asend, None
        while True:
            try:
                with block:
                    item = await step(argument)
            except StopAsyncIteration:
                return
            try:
                argument = yield item
                step = generator.asend
            except GeneratorExit:
                with block:
                    await generator.aclose()
                raise
            except BaseException as error:
                step, argument = generator.athrow, error

    return wrapper


# By inspect.CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE and
# CO_ASYNC_GENERATOR; importing inspect takes milliseconds.
_WRAPPERS = (
    (0x20, _wrap_generator),
    (0x80, _wrap_coroutine),
    (0x100, _wrap_coroutine),
    (0x200, _wrap_async_generator),
)
