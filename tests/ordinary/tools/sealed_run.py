# policy: --no-network --no-subprocess --fs-readonly --seal

import dataclasses
import json
import logging
import unittest

print(json.dumps({"sealed": True}))


@dataclasses.dataclass
class A:
    x: int = 1


print(A(), unittest.TestCase().id())
