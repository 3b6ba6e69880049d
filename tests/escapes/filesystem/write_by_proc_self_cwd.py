# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

open("/proc/self/cwd/../outside/mark", "w")
