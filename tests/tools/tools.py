"""Popular tools, a real job for each, and a policy under which the job still runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tool:
    name: str
    # A console script of the environment, or what follows python3. SERVICE stands for
    # the address of a local web service that answers with the path and a greeting.
    command: Sequence[str]
    policy: Sequence[str]
    files: Mapping[str, str] = field(default_factory=dict)
    # Files of the job, whose contents are compared; of all others the names are.
    products: Sequence[str] = ()
    code: int = 0


LOCAL = ("--profile", "net-hermetic")
ALONE = ("--no-network", "--no-subprocess", "--fs-readonly", "--allow-write", ".")
AGENT = ("--profile", "agent")

# One environment holds them all: they agree on what they need.
PACKAGES = """
    pip setuptools wheel build pytest black ruff mypy httpie flask django sphinx nbconvert
    ipykernel numpy pandas scipy matplotlib scikit-learn requests aiohttp sqlalchemy celery
""".split()

_PACKAGE = {
    "pyproject.toml": """\
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"
[project]
name = "greeter"
version = "1.2"
[project.scripts]
greet = "greeter:main"
""",
    "greeter.py": "def main():\n    print('hello')\n",
}

_NOTEBOOK = """\
{"cells": [
  {"cell_type": "markdown", "id": "title", "metadata": {}, "source": ["# Squares"]},
  {"cell_type": "code", "id": "squares", "metadata": {}, "execution_count": null, "outputs": [],
   "source": ["import statistics\\n", "print([n * n for n in range(6)], statistics.mean([1, 3]))"]}
 ],
 "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
 "nbformat": 4, "nbformat_minor": 5}
"""

_PYTEST = """\
import pytest

@pytest.mark.parametrize("n", range(4))
def test_even(n, tmp_path):
    (tmp_path / "n").write_text(str(n))
    assert int((tmp_path / "n").read_text()) != 3, "three"

def test_output(capsys, monkeypatch):
    monkeypatch.setenv("WHO", "you")
    print("hello")
    assert capsys.readouterr().out == "hello\\n"
"""

_FLASK = """\
from flask import Flask, jsonify, render_template_string, request

app = Flask(__name__)

@app.route("/hello/<who>")
def hello(who):
    return render_template_string("<b>{{ who }}</b>", who=who)

@app.post("/sum")
def total():
    return jsonify(total=sum(request.get_json()))

@app.cli.command("try")
def attempt():
    client = app.test_client()
    print(client.get("/hello/<you>").text)
    print(client.post("/sum", json=[1, 2, 3]).get_json(), client.get("/none").status)
"""

_DJANGO = {
    "manage.py": """\
import os, sys
from django.core.management import execute_from_command_line
os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
execute_from_command_line(sys.argv)
""",
    "settings.py": """\
SECRET_KEY = "test"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "shop"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
""",
    "shop/__init__.py": "",
    "shop/models.py": """\
from django.db import models

class Item(models.Model):
    name = models.CharField(max_length=20)
""",
    "shop/tests.py": """\
from django.contrib.auth.models import User
from django.test import TestCase
from shop.models import Item

class ItemTest(TestCase):
    def test_query(self):
        Item.objects.create(name="pear")
        self.assertEqual(Item.objects.get(name__startswith="p").name, "pear")

    def test_password(self):
        self.assertTrue(User.objects.create_user("a", password="b").check_password("b"))
""",
}

_SPHINX = {
    "conf.py": "project = 'Greeter'\nextensions = ['sphinx.ext.autodoc']\n"
    "import sys\nsys.path.insert(0, '.')\nhtml_last_updated_fmt = None\n",
    "index.rst": "Greeter\n=======\n\n.. automodule:: greeter\n   :members:\n\n"
    ".. code-block:: python\n\n   print(1)\n",
    "greeter.py": '"""Greets."""\n\n\ndef main(who: str = "you") -> None:\n    """Say hello."""\n',
}

_NUMPY = """\
import numpy as np
rng = np.random.default_rng(7)
a = rng.normal(size=(200, 200))
print(np.linalg.norm(a @ np.linalg.inv(a) - np.eye(200)) < 1e-8, np.fft.fft(a[0])[:3])
np.save("a.npy", a)
print(np.load("a.npy", mmap_mode="r").sum())
"""

_PANDAS = """\
import pandas as pd
sales = pd.read_csv("sales.csv", parse_dates=["day"])
print(sales.groupby("shop")["sum"].describe())
sales.pivot_table(index="day", columns="shop", values="sum").to_csv("pivot.csv")
print(sales.set_index("day")["sum"].resample("D").sum().to_json())
"""

_SCIPY = """\
import numpy as np
from scipy import integrate, optimize, sparse, stats
print(integrate.quad(np.sin, 0, np.pi)[0])
print(optimize.minimize(optimize.rosen, [1.3, 0.7]).x.round(4))
print(stats.ttest_ind([1, 2, 3, 4], [2, 3, 4, 7]).pvalue)
print(sparse.linalg.spsolve(sparse.eye(3, format="csr") * 2, [1.0, 2.0, 3.0]))
"""

_PLOT = """\
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
figure, axes = plt.subplots()
axes.plot([1, 4, 9, 16], label="$x^2$")
axes.legend()
axes.set_title("Squares")
figure.savefig("squares.png")
"""

_LEARN = """\
import warnings
warnings.filterwarnings("ignore", ".*joblib will operate in serial mode")
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
x, y = load_iris(return_X_y=True)
model = make_pipeline(StandardScaler(), RandomForestClassifier(20, random_state=1))
print(cross_val_score(model, x, y, cv=3))
print(KMeans(3, random_state=1, n_init=2).fit(x).inertia_)
"""

_REQUESTS = """\
import sys, requests
with requests.Session() as session:
    answer = session.post(sys.argv[1] + "/form", params={"q": "a b"}, data={"n": "1"}, timeout=20)
    print(answer.status_code, answer.headers["Content-Type"], answer.json())
try:
    requests.get("http://127.0.0.1:1/", timeout=20)
except requests.ConnectionError as error:
    print(type(error).__name__)
"""

_AIOHTTP = """\
import asyncio, sys, aiohttp
from aiohttp import web

async def main():
    app = web.Application()
    async def hello(request):
        return web.json_response({"who": request.match_info["who"]})
    app.router.add_get("/{who}", hello)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    async with aiohttp.ClientSession() as session:
        async def fetch(url):
            async with session.get(url) as answer:
                return answer.status, await answer.json()
        urls = [f"http://127.0.0.1:{port}/{n}" for n in range(5)] + [sys.argv[1] + "/x"]
        print(await asyncio.gather(*map(fetch, urls)))
    await runner.cleanup()

asyncio.run(main())
"""

_SQLALCHEMY = """\
from sqlalchemy import ForeignKey, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

class Base(DeclarativeBase):
    pass

class Shop(Base):
    __tablename__ = "shop"
    id: Mapped[int] = mapped_column(primary_key=True)
    items: Mapped[list["Item"]] = relationship()

class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))

engine = create_engine("sqlite:///shop.db")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Shop(items=[Item(), Item()]), Shop(items=[Item()])])
    session.commit()
    query = select(Shop.id, func.count(Item.id)).join(Item).group_by(Shop.id)
    print(query)
    print(session.execute(query).all())
"""

_CELERY = """\
from celery import Celery, group
from celery.contrib.testing.worker import start_worker

app = Celery("sums", broker="memory://", backend="cache+memory://")

@app.task
def add(x, y):
    return x + y

with start_worker(app, pool="threads", concurrency=2, perform_ping_check=False):
    print(add.delay(2, 3).get(timeout=60))
    print(group(add.s(n, n) for n in range(5))().get(timeout=60))
    print((add.s(1, 2) | add.s(3)).delay().get(timeout=60))
"""

TOOLS = (
    Tool(
        "pip",
        ("pip", "install", "--no-index", "--no-build-isolation", "--target", "out", "."),
        LOCAL,
        _PACKAGE,
        ("out/greeter.py", "out/greeter-1.2.dist-info/METADATA"),
    ),
    Tool("pytest", ("pytest", "-v", "--basetemp=t"), LOCAL, {"test_it.py": _PYTEST}, code=1),
    Tool("black", ("black", "a.py"), ALONE, {"a.py": "x = {  'a':1 }\nprint( x )\n"}, ["a.py"]),
    Tool(
        "ruff",
        ("-m", "ruff", "check", "--output-format=concise", "a.py"),
        ("--no-network",),
        {"a.py": "import os\nprint(x)\n"},
        code=1,
    ),
    Tool("mypy", ("mypy", "a.py"), ALONE, {"a.py": "x: int = 'a'\nreveal_type([x])\n"}, code=1),
    Tool(
        "httpie",
        ("http", "--ignore-stdin", "--body", "SERVICE/a", "q==1"),
        LOCAL,
        # It would look for a newer httpie.
        {".config/httpie/config.json": '{"disable_update_warnings": true}'},
    ),
    Tool("flask", ("flask", "--app", "shop", "try"), ALONE, {"shop.py": _FLASK}),
    Tool("django", ("manage.py", "test", "-v", "2"), ALONE, _DJANGO),
    Tool(
        "sphinx",
        ("sphinx-build", "-b", "html", ".", "html"),
        LOCAL,
        _SPHINX,
        ("html/index.html", "html/py-modindex.html", "html/searchindex.js"),
    ),
    Tool(
        "nbconvert",
        ("jupyter", "nbconvert", "--execute", "--to", "markdown", "squares.ipynb"),
        LOCAL,
        {"squares.ipynb": _NOTEBOOK},
        ("squares.md",),
    ),
    Tool("numpy", ("a.py",), (*AGENT, "--allow-write", "."), {"a.py": _NUMPY}, ("a.npy",)),
    Tool(
        "pandas",
        ("a.py",),
        (*AGENT, "--allow-write", "."),
        {
            "a.py": _PANDAS,
            "sales.csv": "day,shop,sum\n2024-01-01,a,3\n2024-01-01,b,4.5\n2024-01-03,a,6\n",
        },
        ("pivot.csv",),
    ),
    Tool("scipy", ("a.py",), AGENT, {"a.py": _SCIPY}),
    Tool(
        "matplotlib",
        ("a.py",),
        (*AGENT, "--allow-write", "."),
        {"a.py": _PLOT},
        ("squares.png",),
    ),
    Tool("scikit-learn", ("a.py",), AGENT, {"a.py": _LEARN}),
    Tool("requests", ("a.py", "SERVICE"), LOCAL, {"a.py": _REQUESTS}),
    Tool("aiohttp", ("a.py", "SERVICE"), LOCAL, {"a.py": _AIOHTTP}),
    Tool("sqlalchemy", ("a.py",), ALONE, {"a.py": _SQLALCHEMY}, ("shop.db",)),
    Tool("celery", ("a.py",), ("--no-network", "--no-subprocess"), {"a.py": _CELERY}),
    Tool(
        "build",
        ("-m", "build", "--no-isolation", "--wheel", "."),
        LOCAL,
        _PACKAGE,
        ("dist/*.whl",),
    ),
)
