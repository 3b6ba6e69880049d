import atexit
import sys

atexit.register(print, "goodbye")
print("hello")
sys.exit(7)
