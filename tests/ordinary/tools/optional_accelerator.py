# A refused import is an ImportError: programs fall back as their authors meant.
try:
    from nonexistent_accelerator import fast as convert
except ImportError:
    convert = str
print(convert(5))
