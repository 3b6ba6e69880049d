import string


class Safe(string.Formatter):
    def get_field(self, name, args, kwargs):
        if "_" in name:
            raise ValueError(name)
        return super().get_field(name, args, kwargs)


print(Safe().format("{0[a]} {name.real}", {"a": 1}, name=5))
