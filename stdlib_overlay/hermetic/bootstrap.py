"""Bootstrap helpers for installing guards in a foreign interpreter."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import _hermetic

from hermetic.errors import BootstrapError

__all__ = ["write_sitecustomize"]

FLAGS_VARIABLE = "HERMETIC_FLAGS_JSON"


def write_sitecustomize(flags: Mapping[str, Any]) -> str:
    """Write a temporary sitecustomize module that installs bootstrap guards.

    Returns its directory, to be put first on the PYTHONPATH of a CPython 3.8 or
    later, and to be removed by the caller. Sets ``HERMETIC_FLAGS_JSON``, which
    that interpreter reads. The guards there are plain Python: they give readable
    errors and hold nothing that means to get around them. Raises BootstrapError.
    """
    try:
        text = json.dumps(dict(flags), default=os.fspath)
        directory = tempfile.mkdtemp(prefix="hermetic_site_")
        Path(directory, "sitecustomize.py").write_text(_hermetic.SITECUSTOMIZE, encoding="utf-8")
    except (OSError, TypeError, ValueError) as error:
        raise BootstrapError(f"failed to write sitecustomize: {error}") from error
    os.environ[FLAGS_VARIABLE] = text
    return directory
