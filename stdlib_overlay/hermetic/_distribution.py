"""The frozen package as importlib.metadata sees it.

Under a policy hermetic-python lists this distribution, so that pytest finds the
plugin by its entry point, as it does where the wheel is installed.
"""

from collections.abc import Iterator
from importlib.metadata import Distribution, DistributionFinder
from os import PathLike
from pathlib import Path

import _hermetic

# As pyproject.toml has them.
_NAME = "hermetic-python"
_FILES = {
    "METADATA": f"Metadata-Version: 2.1\nName: {_NAME}\nVersion: {_hermetic.__version__}\n",
    "entry_points.txt": "[pytest11]\nhermetic.pytest_plugin = hermetic.pytest_plugin\n",
}


class FrozenDistribution(Distribution):
    """Has no files."""

    def read_text(self, filename: str | PathLike[str]) -> str | None:
        """The text of METADATA and entry_points.txt, None for any other file."""
        return _FILES.get(str(filename))

    def locate_file(self, path: str | PathLike[str]) -> Path:
        """Where a file would be."""
        return Path(path)


def find_distributions(
    context: DistributionFinder.Context | None = None,
) -> Iterator[FrozenDistribution]:
    """Ours, unless `context` wants another name or looks in certain directories."""
    wanted = vars(context) if context is not None else {}
    name = wanted.get("name")
    is_ours = name is None or name.lower().replace("_", "-").replace(".", "-") == _NAME
    if is_ours and "path" not in wanted:
        yield FrozenDistribution()
