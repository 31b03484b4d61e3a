"""Where the sample reports are: in a checkout beside `src`, in an installed Habeas inside the package.

Decides only that (docs/decisions/0060-sample-reports.md). What they say is nobody's business here.
"""

from pathlib import Path

import habeas
from habeas.errors import ReportError
from habeas.tasks.sidecar import ENDING, is_sidecar

_NAME = Path("examples") / "belarus"


def samples_folder() -> Path:
    """The folder with the sample reports.

    Raises:
        ReportError: they were not installed.
    """
    package = Path(habeas.__file__).parent
    for folder in (package / _NAME, package.parents[1] / _NAME):
        if folder.is_dir():
            return folder
    raise ReportError(
        f"The sample reports are missing from {package}; install Habeas again.",
        code="samples-missing",
        report=str(_NAME),
    )


def samples(folder: Path) -> list[Path]:
    """The reports in `folder`, sorted by name: the files that have a sidecar beside them."""
    return sorted(
        path
        for path in folder.iterdir()
        if not is_sidecar(path) and path.with_suffix(ENDING).is_file()
    )
