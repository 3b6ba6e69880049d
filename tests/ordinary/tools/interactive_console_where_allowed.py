# uses: code_exec
# stdin: x = 20\nx + 1\nimport json\njson.dumps([x])\n

import code

code.interact(banner="", exitmsg="bye")
