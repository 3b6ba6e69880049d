# policy: --scrub-env --allow-env LANG

import os

print(os.environ["LANG"])
print(os.environ.get("NONE_OF_THAT_NAME", "absent"))
