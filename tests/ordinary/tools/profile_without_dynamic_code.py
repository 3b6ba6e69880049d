# uses: mutation

import cProfile
import faulthandler
import io
import pstats
import sys
import trace
import tracemalloc


def work(n):
    return sorted(str(i) for i in range(n))


with cProfile.Profile() as profiler:
    work(50)
out = io.StringIO()
pstats.Stats(profiler, stream=out).print_stats()
print("work" in out.getvalue())
tracer = trace.Trace(count=True, trace=False, countfuncs=False)
print(tracer.runfunc(work, 3))
tracemalloc.start()
kept = work(1000)
print(tracemalloc.take_snapshot().statistics("filename")[0].size > 0)
calls = []
sys.setprofile(lambda frame, event, argument: calls.append(event))
work(1)
sys.setprofile(None)
print("c_call" in calls)
faulthandler.enable()
print(faulthandler.is_enabled())
faulthandler.dump_traceback_later(60)
faulthandler.cancel_dump_traceback_later()
