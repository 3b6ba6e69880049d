# uses: environment
# env: USER=someone

import getpass
import os

print(getpass.getuser(), os.environ["USER"], "HOME" in os.environ, os.getenv("NONE", "default"))
