# policy: --deny-import xml.dom
# evidence: printed {answer}
# args: {expression}

# The package's own path, under another package name.
import importlib
import sys
import types
import xml

package = types.ModuleType("innocent")
package.__path__ = xml.__path__
sys.modules["innocent"] = package
module = importlib.import_module("innocent.dom")
a, b = map(int, sys.argv[1].split("*"))
print(a * b if module.Node else 0)
