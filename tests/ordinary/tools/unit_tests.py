import io
import unittest
from unittest import mock


class Tests(unittest.TestCase):
    def setUp(self):
        self.value = 1

    def test_equal(self):
        with self.subTest(n=1):
            self.assertEqual(self.value, 1)

    def test_raises(self):
        with self.assertRaisesRegex(ValueError, "invalid"):
            int("x")

    def test_mock(self):
        target = mock.Mock(return_value=5)
        self.assertEqual(target(1, a=2), 5)
        target.assert_called_once_with(1, a=2)

    @unittest.skip("later")
    def test_skipped(self):
        pass

    def test_fails(self):
        self.assertEqual({"a": [1, 2]}, {"a": [1, 3]})


result = unittest.TextTestRunner(io.StringIO()).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(Tests)
)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped))
print(result.failures[0][1].splitlines()[-1] != "")
