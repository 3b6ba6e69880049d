import gc
import weakref


class Thing:
    pass


thing = Thing()
cache = weakref.WeakValueDictionary(a=thing)
weakref.finalize(thing, print, "finalised")
ref = weakref.ref(thing, lambda _: print("callback"))
print(len(cache), ref() is thing)
del thing
gc.collect()
print(len(cache), ref())
