# uses: environment localhost code_exec
# wants: fastapi httpx
# grant-native: pydantic_core

from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


@app.get("/items/{number}")
def item(number: int, q: str = "none"):
    return {"number": number, "q": q}


client = TestClient(app)
print(client.get("/items/5?q=x").json(), client.get("/items/x").status_code)
