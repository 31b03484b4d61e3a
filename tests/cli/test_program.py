import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "examples" / "belarus" / "ru-2025-12-15-granitsa.txt"


def test_letters_that_a_stream_cannot_show_are_spelled_out() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "habeas", "read", str(REPORT)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "\\u041c\\u0430\\u0440\\u0438\\u044f" in done.stdout.decode("cp1252")
