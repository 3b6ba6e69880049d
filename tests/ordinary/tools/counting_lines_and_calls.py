# uses: code_exec mutation

import cProfile
import io
import pstats
import sys
import timeit
import trace
import tracemalloc


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


profiler = cProfile.Profile()
profiler.runcall(fibonacci, 10)
out = io.StringIO()
pstats.Stats(profiler, stream=out).sort_stats("cumulative").print_stats("fibonacci")
print("177" in out.getvalue(), out.getvalue().count("fibonacci"))

tracer = trace.Trace(count=True, trace=False)
tracer.runfunc(fibonacci, 5)
counts = {line: n for (name, line), n in tracer.results().counts.items() if name == __file__}
print(counts)

tracemalloc.start(5)
kept = [bytes(1000) for _ in range(100)]
snapshot = tracemalloc.take_snapshot()
top = snapshot.statistics("lineno")[0]
print(top.size > 100_000, top.count >= 100)
print(tracemalloc.get_object_traceback(kept[0])[0].lineno, tracemalloc.get_traced_memory()[0] > 0)
tracemalloc.stop()

print(timeit.timeit(lambda: fibonacci(3), number=3) > 0, timeit.timeit("x+1", "x=1", number=2) > 0)
lines = []


def watch(frame, event, argument):
    lines.append((event, frame.f_lineno))
    return watch


sys.settrace(watch)
fibonacci(1)
sys.settrace(None)
print(lines)
