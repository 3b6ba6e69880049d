import plistlib

text = plistlib.dumps({"a": [1, True, b"x"]})
print(plistlib.loads(text), plistlib.loads(plistlib.dumps({"k": 1.5}, fmt=plistlib.FMT_BINARY)))
