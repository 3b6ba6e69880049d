"""Write modules as a C++ table for PyImport_FrozenModules.

usage: freeze.py OUTPUT ROOT...

Each ROOT is a package directory or the file of a module.

Is to be run by the CPython that will be embedded: marshalled code belongs to
one version.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Module:
    name: str
    is_package: bool
    code: bytes

    @property
    def symbol(self) -> str:
        return "k_" + self.name.replace(".", "_dot_")


def modules(root: Path) -> Iterator[Module]:
    for file in sorted(root.rglob("*.py")) if root.is_dir() else [root]:
        parts = file.relative_to(root.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        code = compile(file.read_bytes(), f"<frozen {name}>", "exec", dont_inherit=True)
        yield Module(name, is_package, marshal.dumps(code))


def array(module: Module) -> str:
    numbers = ",".join(map(str, module.code))
    return f"constexpr unsigned char {module.symbol}[] = {{{numbers}}};\n"


def row(module: Module) -> str:
    is_package = int(module.is_package)
    return f'    {{"{module.name}", {module.symbol}, sizeof({module.symbol}), {is_package}}},\n'


def main() -> None:
    output, *roots = map(Path, sys.argv[1:])
    found = [module for root in roots for module in modules(root)]
    output.write_text(
        '#include "stdlib_overlay/frozen_modules.h"\n\n'
        "namespace hermetic::overlay {\nnamespace {\n\n"
        + "".join(map(array, found))
        + "\nconstexpr struct _frozen kModules[] = {\n"
        + "".join(map(row, found))
        + "    {nullptr, nullptr, 0, 0},\n};\n\n}  // namespace\n\n"
        "const struct _frozen* FrozenModules() { return kModules; }\n\n"
        "}  // namespace hermetic::overlay\n"
    )


if __name__ == "__main__":
    main()
