# wants: jinja2
# grant-native: markupsafe
# grant-code-exec: jinja2

import jinja2

environment = jinja2.Environment(
    loader=jinja2.DictLoader(
        {
            "base": "<{% block b %}{% endblock %}>",
            "page": "{% extends 'base' %}{% block b %}{{ items|join(', ')|upper }}{% endblock %}",
        }
    ),
    autoescape=True,
)
print(environment.get_template("page").render(items=["a", "<b>"]))
try:
    environment.from_string("{{ missing.attribute }}").render()
except jinja2.UndefinedError as error:
    print(error)
