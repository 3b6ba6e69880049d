# policy: --no-environment --allow-env LANG --allow-env MY_*
# env: MY_NAME=visible

import os

print(os.environ["LANG"], os.environ.get("MY_NAME"), os.getenv("LANG"))
