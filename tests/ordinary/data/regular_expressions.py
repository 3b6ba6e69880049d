import re

pattern = re.compile(r"(?P<key>\w+)=(?P<value>\d+)")
print(
    [m.groupdict() for m in pattern.finditer("a=1, b=22")],
    pattern.sub(lambda m: m["value"] + "=" + m["key"], "a=1"),
)
print(re.split(r"[,;]\s*", "a, b;c"), re.fullmatch(r"(?x) a  # comment\n b", "ab") is None)
