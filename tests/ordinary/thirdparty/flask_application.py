# uses: localhost environment code_exec
# wants: flask
# grant-native: markupsafe

import logging
import threading
import urllib.request

from flask import Flask, jsonify, render_template_string, request
from werkzeug.serving import make_server

logging.getLogger("werkzeug").disabled = True
app = Flask(__name__)


@app.route("/hello/<name>")
def hello(name):
    return render_template_string(
        "<p>{{ name|upper }} {% for n in range(3) %}{{ n }}{% endfor %}</p>", name=name
    )


@app.post("/sum")
def total():
    return jsonify(total=sum(request.get_json()["n"]))


client = app.test_client()
print(client.get("/hello/you").data, client.post("/sum", json={"n": [1, 2]}).json)
server = make_server("127.0.0.1", 0, app)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(urllib.request.urlopen(f"http://127.0.0.1:{server.port}/hello/net").read())
server.shutdown()
