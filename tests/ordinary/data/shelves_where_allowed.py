# uses: code_exec write

import shelve

with shelve.open("shelf") as shelf:
    shelf["a"] = [1, 2]
with shelve.open("shelf") as shelf:
    print(dict(shelf))
