# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}/listing
# silent: the finder does without a folder that it cannot list

import importlib.machinery
import sys

finder = importlib.machinery.FileFinder(
    sys.argv[1], (importlib.machinery.SourceFileLoader, [".py"])
)
finder.find_spec("x")
print(finder._path_cache)
