# needs: python>=3.11

import inspect


def f(a: "int", b: "list[str]" = ()) -> "None": ...


print(inspect.get_annotations(f, eval_str=False), inspect.signature(f))
print(inspect.get_annotations(f, eval_str=True), inspect.signature(f, eval_str=True))
