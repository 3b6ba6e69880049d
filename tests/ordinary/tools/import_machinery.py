import importlib
import importlib.metadata
import importlib.resources
import importlib.util
import json
import pkgutil
import sys

print(
    importlib.util.find_spec("json").origin == json.__file__,
    importlib.reload(json) is json,
    importlib.import_module("xml.dom").__name__,
)
print(importlib.util.find_spec("nothing_of_that_name"))
print(
    sum(1 for _ in pkgutil.iter_modules(json.__path__)) > 2,
    importlib.resources.files("json").joinpath("__init__.py").is_file(),
)
try:
    importlib.metadata.version("nothing-of-that-name")
except importlib.metadata.PackageNotFoundError:
    print("not installed")
