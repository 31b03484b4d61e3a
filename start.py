"""Set up Habeas and run it: `python3 start.py`. Only the standard library is needed.

    python3 start.py              set up once, then see the main job on sample reports
    python3 start.py setup        only set up
    python3 start.py test [ARGS]  linters, types, floors and tests; ARGS go to pytest
    python3 start.py VERB ...     hand any other word on to habeas, inside .venv

This file decides only whether this Python is new enough, and is written so that an old one can read
it; everything else is in `starting/`. Exit codes: 2 wrong use, 4 set-up failed, else those of habeas.
"""

import os
import sys

OLDEST = (3, 11)


def too_old(version, path):
    """One sentence where `version` is too old, else None; `path`: folders to look for a newer one in."""
    if tuple(version[:2]) >= OLDEST:
        return None
    sentence = "This is Python %d.%d, and Habeas needs %d.%d or newer; " % (
        tuple(version[:2]) + OLDEST
    )
    for minor in range(OLDEST[1], OLDEST[1] + 9):
        name = "python3.%d" % minor
        for folder in path.split(os.pathsep):
            if os.path.isfile(os.path.join(folder, name)):
                return sentence + "there is one here: run `%s start.py`." % name
    return sentence + "install one, and run start.py with it."


if __name__ == "__main__":
    problem = too_old(sys.version_info, os.environ.get("PATH", ""))
    if problem:
        sys.stderr.write(problem + "\n")
        sys.exit(2)

    from starting.program import main

    sys.exit(main(sys.argv[1:]))
