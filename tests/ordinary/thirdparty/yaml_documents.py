# wants: pyyaml
# grant-native: yaml

import yaml

text = yaml.safe_dump({"a": [1, 2.5, None], "b": {"c": "x"}}, sort_keys=True)
print(text, yaml.safe_load(text), list(yaml.safe_load_all("a: 1\n---\nb: 2\n")))
