# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

open("../outside/mark", "w")
