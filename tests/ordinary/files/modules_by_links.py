# uses: read write mutation
# setup: mkdir -p path ../shared/pkg && printf 'x = 1\n' > ../shared/mod.py
# setup: printf 'y = 2\n' > ../shared/pkg/__init__.py && printf 'z = 3\n' > ../shared/pkg/sub.py
# setup: ln -s ../../shared/mod.py path/mod.py && ln -s $PWD/../shared/pkg path/pkg
# env: PYTHONPATH={work}/path

import os

import mod
import pkg.sub

print(mod.x, pkg.y, pkg.sub.z, os.path.islink(pkg.__path__[0]))
