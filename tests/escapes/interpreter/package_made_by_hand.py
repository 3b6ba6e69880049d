# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys
import types

package = types.ModuleType("made")
package.__path__ = sys.argv[1:]
sys.modules["made"] = package
import made.evil
