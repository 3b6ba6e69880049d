import pprint
import string
import textwrap

print(textwrap.fill("the quick brown fox jumps over the lazy dog", 20))
print(
    string.Template("$a and ${b}").substitute(a=1, b=2),
    "{:>8.2f}|{!r:^7}".format(3.14159, "x"),
    f"{10**6:,}",
)
pprint.pprint({"key%d" % i: list(range(i)) for i in range(8)}, width=40)
