# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sys
import trace

tracer = trace.Trace(count=1, trace=0, outfile=sys.argv[1])
tracer.runfunc(int)
tracer.results().write_results(coverdir=".")
