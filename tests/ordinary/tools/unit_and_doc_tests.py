# uses: code_exec mutation write environment

"""
>>> double(4)
8
>>> double("a")
'aa'
>>> double(None)
Traceback (most recent call last):
    ...
TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
"""

import doctest
import io
import logging
import sys
import unittest
from pathlib import Path
from unittest import mock


def double(value):
    return value * 2


class Case(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.items = [1]

    def setUp(self):
        self.addCleanup(self.items.append, 2)

    def test_sub(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertLess(n, 2)

    async def test_async(self):
        hook = mock.AsyncMock(return_value=3)
        self.assertEqual(await hook(1), 3)
        hook.assert_awaited_once_with(1)

    @unittest.skip("later")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    def test_logs(self):
        with self.assertLogs("x", "INFO") as logs:
            logging.getLogger("x").info("said")
        self.assertEqual(logs.output, ["INFO:x:said"])
        with self.assertRaisesRegex(ValueError, "bad"), self.assertWarns(UserWarning):
            __import__("warnings").warn("w")
            raise ValueError("bad")

    @mock.patch("builtins.open", mock.mock_open(read_data="mocked"))
    @mock.patch.dict("os.environ", {}, clear=False)
    def test_patches(self):
        with open("nothing") as file:
            self.assertEqual(file.read(), "mocked")
        with mock.patch.object(Path, "exists", autospec=True, return_value=True) as exists:
            self.assertTrue(Path("x").exists())
            exists.assert_called_once()
        sentinel = mock.MagicMock(spec=dict)
        sentinel.__getitem__.return_value = mock.sentinel.thing
        self.assertIs(sentinel["a"], mock.sentinel.thing)
        self.assertEqual(mock.create_autospec(double)(1).__class__, mock.MagicMock)


out = io.StringIO()
suite = unittest.defaultTestLoader.loadTestsFromTestCase(Case)
result = unittest.TextTestRunner(out, verbosity=2).run(suite)
print(result.testsRun, len(result.failures), len(result.skipped), result.errors)
print([line for line in out.getvalue().splitlines() if line.startswith("test_")])
print("self.assertLess(n, 2)" in out.getvalue())
print(doctest.testmod())
Path("test_found.py").write_text(
    "import unittest\nclass Found(unittest.TestCase):\n    def test(self): self.assertTrue(1)\n"
    "def load_tests(loader, tests, pattern):\n    return tests\n"
)
found = unittest.defaultTestLoader.discover(".", "test_*.py")
print(
    found.countTestCases(),
    unittest.TextTestRunner(io.StringIO(), buffer=True).run(found).wasSuccessful(),
)
Path("doc.txt").write_text(">>> 1 + 1\n2\n>>> 1 + 1\n3\n")
print(doctest.testfile("doc.txt", module_relative=False, verbose=False))
program = unittest.main(
    "__main__",
    argv=["x", "-q", "Case.test_async"],
    exit=False,
    testRunner=unittest.TextTestRunner(io.StringIO()),
)
print(program.result.wasSuccessful())
