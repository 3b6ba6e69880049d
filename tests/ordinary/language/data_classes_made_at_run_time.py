import dataclasses

Made = dataclasses.make_dataclass("Made", [("x", int), ("y", int, dataclasses.field(default=5))])
print(Made(1), Made(1) == Made(1, 5), [f.name for f in dataclasses.fields(Made)])
