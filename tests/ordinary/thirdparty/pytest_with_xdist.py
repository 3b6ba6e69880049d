# uses: environment code_exec write mutation subprocess localhost
# wants: pytest pytest-xdist
# setup: printf 'import os, pytest\n\n@pytest.mark.parametrize("x", range(20))\ndef test_a(x):\n    assert x * 2 == x + x\n\ndef test_fails():\n    assert 0\n' > test_sample.py

import contextlib
import io
import sys

import pytest

out = io.StringIO()
with contextlib.redirect_stdout(out):
    code = pytest.main(["-q", "-n2", "-p", "no:cacheprovider", "test_sample.py"])
print(int(code), "1 failed, 20 passed" in out.getvalue())
