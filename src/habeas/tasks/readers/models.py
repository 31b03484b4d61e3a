"""Models of others on this computer: loaded from files that a setting names, never fetched.

Decides what is said where the package or the files are missing: one sentence each. Law: nothing is
loaded that would run code while it is loaded (pickles), and no file is looked for anywhere else.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from habeas.errors import MistakeError


def package(name: str, *, reader: str, extra: str) -> ModuleType:
    """A package that is optional.

    Raises:
        MistakeError: it is not installed, or cannot be imported (code "reader-package").
    """
    if find_spec(name) is None:
        raise _missing(name, reader, extra)
    try:
        return import_module(name)
    except ImportError:
        raise _missing(name, reader, extra) from None


def _missing(name: str, reader: str, extra: str) -> MistakeError:
    return MistakeError(
        f"The reader {reader} needs the package {name}, which is not here; install habeas with the"
        f" extra “{extra}”.",
        code="reader-package",
    )


def named_file(
    settings: Mapping[str, str], name: str, *, reader: str, folder: bool = False
) -> Path:
    """The file or folder that a setting names.

    Raises:
        MistakeError: it is not told, or there is none (code "reader-model").
    """
    given = settings.get(name, "")
    option = f"--reader-setting {reader}.{name}=PATH"
    if not given:
        raise MistakeError(
            f"The reader {reader} needs its {name}: {option}; nothing is downloaded.",
            code="reader-model",
        )
    path = Path(given)
    if not (path.is_dir() if folder else path.is_file()):
        what = "folder" if folder else "file"
        raise MistakeError(
            f"“{given}” is no {what}, so {reader} has no {name}; mend {option}.",
            code="reader-model",
        )
    return path


def keep_off_the_network() -> None:
    """Tell the libraries of model hubs to look at files alone; before they are imported."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
