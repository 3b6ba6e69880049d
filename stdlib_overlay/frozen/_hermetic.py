"""Stands in for the built-in module until it is imported.

CPython's importer takes only what sys.builtin_module_names lists, and that
tuple is to read as python3's does. So the C module has another name in the
table of built-in modules, and comes in this way.
"""

import _imp
import sys

_spec = type(__spec__)("_hermetic_builtin", None)
_module = _imp.create_builtin(_spec)
_imp.exec_builtin(_module)
_module.__name__ = __name__
_module.__spec__ = __spec__
_module.__loader__ = __loader__
sys.modules[__name__] = _module
