"""Write docs/api.md from the docstrings of the package `hermetic`.

usage: make_api.py [--check]

With --check it only says, by its exit code, whether the page is current.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OVERLAY = ROOT / "stdlib_overlay"
PAGE = ROOT / "docs" / "api.md"

HEAD = """# The Python package `hermetic`

Generated from the docstrings by `docs/make_api.py`. Exceptions, types and `allowed` are made in C;
all of `hermetic` below is imported from `hermetic` itself.
"""

# Title, file, and the names to show; without names, those of `__all__`.
SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("hermetic", "hermetic/__init__.py", ()),
    ("hermetic", "hermetic/blocker.py", ()),
    ("hermetic", "hermetic/_config.py", ("BlockConfig",)),
    ("hermetic", "hermetic/inspection.py", ()),
    ("hermetic", "_hermetic.pyi", ("allowed", "Violation")),
    ("hermetic", "hermetic/expectation.py", ()),
    (
        "hermetic.errors",
        "_hermetic.pyi",
        (
            "HermeticError",
            "PolicyViolation",
            "ImportViolation",
            "PermissionViolation",
            "BootstrapError",
        ),
    ),
    ("hermetic.profiles", "hermetic/profiles.py", ("GuardConfig", "apply_profile")),
    ("hermetic.guards", "hermetic/guards/__init__.py", ()),
    ("hermetic.guards.network", "hermetic/guards/network.py", ()),
    ("hermetic.guards.subprocess_guard", "hermetic/guards/subprocess_guard.py", ()),
    ("hermetic.guards.filesystem", "hermetic/guards/filesystem.py", ()),
    ("hermetic.guards.environment", "hermetic/guards/environment.py", ()),
    ("hermetic.guards.code_exec", "hermetic/guards/code_exec.py", ()),
    ("hermetic.guards.imports_guard", "hermetic/guards/imports_guard.py", ()),
    ("hermetic.guards.interpreter", "hermetic/guards/interpreter.py", ()),
    ("hermetic.pytest_plugin", "hermetic/pytest_plugin.py", ("hermetic_policy",)),
    ("hermetic.cli", "hermetic/cli.py", ()),
    ("hermetic.runner", "hermetic/runner.py", ()),
    ("hermetic.resolver", "hermetic/resolver.py", ()),
    ("hermetic.bootstrap", "hermetic/bootstrap.py", ()),
    ("hermetic.util", "hermetic/util.py", ()),
)

Node = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def definitions(body: list[ast.stmt], wanted: Sequence[str] = ()) -> Iterator[Node]:
    for node in body:
        if not isinstance(node, Node):
            continue
        if node.name in wanted or not (wanted or node.name.startswith("_")):
            yield node


def exported(tree: ast.Module) -> list[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    return []


def documentation(node: Node | ast.Module) -> str:
    text = ast.get_docstring(node, clean=False)
    if text is None:
        raise SystemExit(f"{getattr(node, 'name', 'a module')} has no docstring")
    return inspect.cleandoc(text)


def signature(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    result = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    prefix = "async " if isinstance(node, ast.AsyncFunctionDef) else ""
    return f"{prefix}{node.name}({ast.unparse(node.args)}){result}".replace("'\"", '"')


def fields(node: ast.ClassDef) -> list[str]:
    """Annotated attributes: the fields of a dataclass or a named tuple."""
    return [
        ast.unparse(item)
        for item in node.body
        if isinstance(item, ast.AnnAssign) and not ast.unparse(item.target).startswith("_")
    ]


def entry(node: Node, level: str) -> Iterator[str]:
    yield f"{level} `{node.name}`"
    if isinstance(node, ast.ClassDef):
        bases = f"({', '.join(map(ast.unparse, node.bases))})" if node.bases else ""
        yield "```python\n" + "\n    ".join([f"class {node.name}{bases}:", *fields(node)]) + "\n```"
    else:
        yield f"```python\n{signature(node)}\n```"
    yield documentation(node)
    if isinstance(node, ast.ClassDef):
        for method in definitions(node.body):
            yield from entry(method, level + "#")


def page() -> str:
    parts, title = [HEAD.rstrip()], ""
    for section, file, names in SECTIONS:
        tree = ast.parse((OVERLAY / file).read_text(encoding="utf-8"))
        if section != title:
            parts += [f"## `{section}`", "" if names else documentation(tree)]
            title = section
        for node in definitions(tree.body, names or exported(tree)):
            parts += entry(node, "###")
    return "\n\n".join(filter(None, parts)) + "\n"


def main() -> int:
    if "--check" in sys.argv[1:]:
        is_current = PAGE.read_text(encoding="utf-8") == page()
        if not is_current:
            print("docs/api.md is not current: run docs/make_api.py")
        return 0 if is_current else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
