# uses: mutation

import sys
import trace

lines = []


def tracer(frame, event, arg):
    lines.append(event)
    return tracer


sys.settrace(tracer)


def traced():
    x = 1
    return x


traced()
sys.settrace(None)
print(lines)
counter = trace.Trace(count=1, trace=0)
counter.runfunc(traced)
print(len(counter.results().counts))
