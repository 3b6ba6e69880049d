# policy: --deny-import innocent
# evidence: printed {answer}
# args: {expression}
# needs: python<3.15

import sys
import warnings
import zipfile
import zipimport

warnings.simplefilter("ignore")
with zipfile.ZipFile("z.zip", "w") as archive:
    archive.writestr("innocent.py", "product = lambda a, b: a * b")
a, b = map(int, sys.argv[1].split("*"))
print(zipimport.zipimporter("z.zip").load_module("innocent").product(a, b))
