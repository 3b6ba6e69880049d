# setup: for n in 1 2 3 4 5 6 7 8 9; do echo the quick brown fox jumps over the lazy dog; done > text

import collections
import re

words = collections.Counter(re.findall(r"\w+", open("text").read().lower()))
print(words.most_common(3), sum(words.values()))
