# uses: code_exec

import copyreg
import io
import pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __reduce__(self):
        return Point, (self.x, self.y)


points = pickle.loads(pickle.dumps([Point(1, 2), Point(3, 4)]))
print([(p.x, p.y) for p in points], pickle.loads(pickle.dumps({"a": {1, 2}}, protocol=0)))
