# Ordinary programs and tests replace functions of modules.
import json
import time
import types
from unittest import mock

with (
    mock.patch("time.time", return_value=1.5),
    mock.patch.object(json, "dumps", lambda value: "patched"),
):
    print(time.time(), json.dumps({}))
print(json.dumps({}))
module = types.ModuleType("made")
module.answer = 42
print(module.answer, types.SimpleNamespace(a=1))
