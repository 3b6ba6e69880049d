# uses: environment code_exec write mutation
# wants: pytest
# setup: printf 'import pytest\n\n@pytest.fixture\ndef n(tmp_path):\n    (tmp_path / "f").write_text("x")\n    return 2\n\n@pytest.mark.parametrize("x", [1, 2, 3])\ndef test_a(n, x):\n    assert n * x == x + x\n\ndef test_fails(monkeypatch):\n    monkeypatch.setenv("A", "1")\n    assert dict(a=1) == dict(a=2)\n' > test_sample.py

import contextlib
import io
import sys

import pytest

sys.dont_write_bytecode = True
out = io.StringIO()
with contextlib.redirect_stdout(out):
    code = pytest.main(["-q", "-p", "no:cacheprovider", "test_sample.py"])
print(int(code), "1 failed, 3 passed" in out.getvalue(), "AssertionError" in out.getvalue())
