import sys
import threading


class Fails:
    def __del__(self) -> None:
        self.nosuch.attribute + 1


def fail() -> None:
    print([1, 2][len(sys.argv)], {}["key"])


thread = threading.Thread(target=fail)
thread.start()
thread.join()
fails = Fails()
del fails
try:
    fail()
except KeyError:
    sys.excepthook(*sys.exc_info())
    sys.__excepthook__(*sys.exc_info())
print("done")
