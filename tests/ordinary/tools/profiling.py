# uses: mutation

import cProfile
import io
import pstats

profile = cProfile.Profile()
profile.enable()
sorted(range(1000), key=lambda n: -n)
profile.disable()
out = io.StringIO()
pstats.Stats(profile, stream=out).sort_stats("cumulative").print_stats(5)
print("function calls" in out.getvalue())
