# uses: write mutation code_exec environment

import compileall
import importlib
import importlib.metadata
import importlib.resources
import importlib.util
import io
import os
import pkgutil
import py_compile
import runpy
import sys
import types
import zipapp
import zipfile
import zipimport
from pathlib import Path

site = Path("site")
package = site / "plugins"
(package / "data").mkdir(parents=True)
(package / "__init__.py").write_text(
    "__version__ = '1.5'\nREGISTRY = {}\ndef register(f): REGISTRY[f.__name__] = f; return f\n"
)
(package / "hello.py").write_text(
    "from . import register\n@register\ndef hello(): return 'hello'\n"
)
(package / "data" / "text.txt").write_text("resource\n")
info = site / "plugins-1.5.dist-info"
info.mkdir()
(info / "METADATA").write_text(
    "Metadata-Version: 2.1\nName: plugins\nVersion: 1.5\nRequires-Dist: other>1; extra == 'x'\n"
)
(info / "entry_points.txt").write_text(
    "[app.plugins]\nhi = plugins.hello:hello\n[console_scripts]\nplug = plugins:main\n"
)
(info / "RECORD").write_text("plugins/__init__.py,,\n")
sys.path.insert(0, str(site.resolve()))
importlib.invalidate_caches()

import plugins

for module in pkgutil.iter_modules(plugins.__path__, "plugins."):
    importlib.import_module(module.name)
print(plugins.REGISTRY["hello"](), [m.name for m in pkgutil.walk_packages([str(site)])])
print(importlib.metadata.version("plugins"), importlib.metadata.requires("plugins"))
(point,) = importlib.metadata.entry_points(group="app.plugins")
print(point.name, point.load()(), [str(f) for f in importlib.metadata.files("plugins")])
print(importlib.resources.files("plugins").joinpath("data/text.txt").read_text())
with importlib.resources.as_file(importlib.resources.files(plugins) / "data" / "text.txt") as path:
    print(path.exists(), pkgutil.get_data("plugins", "data/text.txt"))
try:
    importlib.metadata.version("no-such-distribution")
except importlib.metadata.PackageNotFoundError as error:
    print(error)

with zipfile.ZipFile("lib.zip", "w") as archive:
    archive.writestr("zipped/__init__.py", "value = 'from zip'\n")
    archive.writestr("zipped/data.txt", "in zip")
sys.path.append("lib.zip")
import zipped

print(
    zipped.value,
    type(zipped.__loader__).__name__,
    importlib.resources.files("zipped").joinpath("data.txt").read_text(),
)
print(
    zipimport.zipimporter("lib.zip").get_data("zipped/data.txt"),
    pkgutil.get_importer("lib.zip").archive,
)

source = Path("made.py")
source.write_text("X = 1\ndef f(): return __name__\nif __name__ == '__main__': print('main', X)\n")
spec = importlib.util.spec_from_file_location("made", source)
module = importlib.util.module_from_spec(spec)
sys.modules["made"] = module
spec.loader.exec_module(module)
print(
    module.f(), spec.origin == str(source.resolve()), importlib.util.find_spec("plugins.hello").name
)
source.write_text("X = 22\n" + source.read_text()[6:])
sys.path.insert(0, ".")
importlib.reload(module)
print(module.X, Path(py_compile.compile("made.py", cfile="made.pyc")).exists())
print(compileall.compile_dir("site", quiet=1), importlib.util.cache_from_source("made.py"))
runpy.run_path("made.py", run_name="__main__")
print(runpy.run_module("plugins.hello")["__name__"])
lazy = importlib.util.LazyLoader.factory(importlib.machinery.SourceFileLoader)
fake = types.ModuleType("fake", "A doc.")
fake.answer = 42
sys.modules["fake"] = fake
from fake import answer

print(answer, fake)


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        return importlib.util.spec_from_loader(name, self) if name == "virtual" else None

    def exec_module(self, module):
        module.made = "by a finder"


sys.meta_path.append(Finder())
import virtual

print(virtual.made)
app = Path("app")
app.mkdir()
(app / "__main__.py").write_text("print('zipapp')\n")
zipapp.create_archive("app", "app.pyz", "/usr/bin/env python3")
runpy.run_path("app.pyz")
try:
    import nothing_of_that_name
except ModuleNotFoundError as error:
    print(error.name)
sys.stdout.flush()
