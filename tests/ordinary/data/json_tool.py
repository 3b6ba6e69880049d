# stdin: {"b": 1, "a": [1, 2]}

import sys
from json.tool import main

sys.argv = ["json.tool", "--sort-keys"]
main()
