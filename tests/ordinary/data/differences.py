import difflib
import filecmp
import fnmatch

print("\n".join(difflib.unified_diff("a\nb\nc".split(), "a\nx\nc".split(), lineterm="")))
print(difflib.get_close_matches("appel", ["ape", "apple"]), fnmatch.filter(["a.py", "b.c"], "*.py"))
