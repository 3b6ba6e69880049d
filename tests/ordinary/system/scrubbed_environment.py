# policy: --scrub-env --allow-env LANG

import os

print(os.environ["LANG"])
print(os.environ.get("NONE_OF_THAT_NAME", "absent"))
os.environ["MINE"] = "1"
print(os.environ["MINE"], os.environ.setdefault("YOURS", "2"), sorted(os.environ)[-1])
