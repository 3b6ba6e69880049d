# policy: --no-network --allow-localhost
# wants: pytest pytest-xdist
# setup: printf 'import socket\n\ndef test_a():\n    assert True\n' > test_sample.py

import contextlib
import io

import pytest

out = io.StringIO()
with contextlib.redirect_stdout(out):
    code = pytest.main(["-q", "-n1", "-p", "no:cacheprovider", "test_sample.py"])
print(int(code), "1 passed" in out.getvalue())
