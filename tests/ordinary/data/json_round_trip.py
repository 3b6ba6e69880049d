import json

text = json.dumps({"b": [1, 2.5, None, True], "a": {"n": "\u00e9"}}, sort_keys=True, indent=1)
print(text, json.loads(text) == json.loads(json.dumps(json.loads(text))))


class Encoder(json.JSONEncoder):
    def default(self, value):
        return sorted(value)


print(json.dumps({"s": {3, 1}}, cls=Encoder), json.loads("[1.5]", parse_float=str))
