from __future__ import annotations

import functools


@functools.singledispatch
def describe(value):
    return "any"


@describe.register
def _(value: int) -> str:
    return "int"


print(describe(1), describe("x"))
