import resource
import time

print(
    resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 0,
    resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 0,
)
start = time.perf_counter()
time.sleep(0.01)
print(
    time.perf_counter() > start,
    time.process_time() >= 0,
    time.monotonic_ns() > 0,
    time.get_clock_info("time").adjustable,
)
