# uses: environment
# wants: pydantic
# grant-native: pydantic_core
# grant-code-exec: pydantic typing_extensions typing_inspection

from datetime import date
from typing import Annotated, Optional

from pydantic import BaseModel, Field, ValidationError, field_validator


class Address(BaseModel):
    city: str


class Person(BaseModel):
    name: str
    age: Annotated[int, Field(ge=0)]
    born: Optional[date] = None
    addresses: list[Address] = []
    friend: "Optional[Person]" = None

    @field_validator("name")
    @classmethod
    def short(cls, value):
        return value.strip()


print(
    Person.model_validate_json(
        '{"name": " a ", "age": "5", "born": "2020-01-02", "addresses": [{"city": "x"}]}'
    )
)
try:
    Person(name="b", age=-1)
except ValidationError as error:
    print(error.error_count(), error.errors()[0]["type"])
print(sorted(Person.model_json_schema()["$defs"]))
