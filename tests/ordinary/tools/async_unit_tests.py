import io
import unittest


class Tests(unittest.IsolatedAsyncioTestCase):
    async def test_one(self):
        import asyncio

        await asyncio.sleep(0)
        self.assertTrue(True)


result = unittest.TextTestRunner(io.StringIO()).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(Tests)
)
print(result.testsRun, result.wasSuccessful())
