class Meta(type):
    registry = []

    def __new__(cls, name, bases, namespace, **kwargs):
        made = super().__new__(cls, name, bases, namespace)
        cls.registry.append((name, kwargs))
        return made

    @classmethod
    def __prepare__(cls, name, bases, **kwargs):
        return {"prepared": True}


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return getattr(instance, self.name, 0) if instance else self

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(value)
        setattr(instance, self.name, value)


class Base(metaclass=Meta, tag=1):
    x = Positive()

    def __init_subclass__(cls, **kwargs):
        print("subclass", cls.__name__)


class Derived(Base, tag=2):
    pass


Derived.y = 3
item = Derived()
item.x = 5
print(item.x, Meta.registry, Derived.prepared, type("Dynamic", (Base,), {}).__mro__[1])
