import contextvars
import threading

local, variable = threading.local(), contextvars.ContextVar("v", default=0)
local.x = 1
seen = []
timer = threading.Timer(0.01, lambda: seen.append(hasattr(local, "x")))
timer.start()
timer.join()
variable.set(5)
print(seen, contextvars.copy_context()[variable], threading.Barrier(1).wait())
