"""What a block and an import leave behind, the reference page, the types."""

from __future__ import annotations

from case import Case

SNAPSHOT = """
import asyncio, builtins, ctypes, importlib, io, json, marshal, os, pathlib, pickle, posix, runpy
import shutil, site, socket, ssl, subprocess, tempfile, _io, _socket, _posixsubprocess
MODULES = dict(sys.modules)  # Denied ones are out of sys.modules inside.
def snapshot():
    found = {}
    for name, module in MODULES.items():
        for key, value in list(vars(module).items()):
            if name != "__main__":
                found[name, key] = id(value)
            if isinstance(value, type):
                found.update({(name, key, k): id(v) for k, v in list(vars(value).items())})
    return found
def changes(before, after):
    keys = before.keys() | after.keys()
    return sorted({k[:2] for k in keys if before.get(k) != after.get(k)})
block = hermetic_blocker(profile="block-all")
with block:
    pass
before = snapshot()
"""

CASES = [
    Case("a_block_replaces_nothing_else", SNAPSHOT + """
with block:
    inside = snapshot()
after = snapshot()
print(changes(before, inside))
print(type(os.environ._data), {type(sys.path), type(sys.meta_path), type(sys.path_hooks)})
print(changes(before, after))
""", "[('posix', 'environ')]\n<class 'dict'> {<class 'list'>}\n[]"),
    Case("import_loads_nothing_heavy", "", "[]", command=("-c", """if 1:
        import hermetic, sys
        heavy = "asyncio argparse typing dataclasses inspect re json subprocess importlib.metadata"
        print([name for name in heavy.split() if name in sys.modules])"""), only="executable"),
    Case("only_the_command_loads_argparse", """
        import hermetic.guards, hermetic.profiles, hermetic.errors
        print("argparse" in sys.modules)
        import hermetic.cli
        print("argparse" in sys.modules, "asyncio" in sys.modules)""", "False\nTrue False",
        only="executable"),
    Case("everything_public_is_documented", """
        import hermetic.bootstrap, hermetic.cli, hermetic.errors, hermetic.guards.network
        import hermetic.profiles, hermetic.resolver, hermetic.runner, hermetic.util
        modules = [m for n, m in sys.modules.items() if n.split(".")[0] == "hermetic"]
        print([f"{m.__name__}.{n}" for m in modules for n in getattr(m, "__all__", ())
               if callable(getattr(m, n)) and not getattr(m, n).__doc__])""", "[]"),
    Case("stub_has_what_the_module_has", """
        import ast, _hermetic
        stub = os.path.join(os.environ["API_DIRECTORY"], "..", "..", "stdlib_overlay", "_hermetic.pyi")
        told = set()
        for node in ast.parse(open(stub).read()).body:
            if isinstance(node, ast.AnnAssign):
                told.add(node.target.id)
            elif isinstance(node, (ast.ClassDef, ast.FunctionDef)) and node.name != "Option":
                told.add(node.name)
        there = {name for name in vars(_hermetic) if not name.startswith("__") or name == "__version__"}
        print(sorted(told ^ there))""", "[]"),
    Case("reference_page_is_current", """
        import runpy
        page = os.path.join(os.environ["API_DIRECTORY"], "..", "..", "docs", "make_api.py")
        sys.argv = [page, "--check"]
        try:
            runpy.run_path(page, run_name="__main__")
        except SystemExit as error:
            print(error.code)""", "0"),
]  # fmt: skip
