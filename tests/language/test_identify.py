from __future__ import annotations

import subprocess
import sys

import pytest

from habeas.language.identify import language_of
from habeas.language.pack import codes
from tests.language.samples import samples


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Am Samstag wurden 123 Gefangene aus der Haft in Minsk entlassen.", "de"),
        ("On Saturday 123 prisoners were released from jail in Minsk.", "en"),
        ("В субботу из тюрьмы в Минске были освобождены 123 заключённых.", "ru"),
        ("El sábado fueron liberados en Minsk los presos que habían sido condenados.", None),
        ("Samedi, les prisonniers ont été libérés et conduits à la frontière.", None),
        ("In sabato i prigionieri sono stati liberati e portati al confine.", None),
        ("", None),
        ("12345 67890 !!!", None),
        ("Kalesnikava", None),
    ],
)
def test_language_of(text: str, code: str | None) -> None:
    assert language_of(text) == code


def test_lines_of_the_samples_are_seldom_mistaken() -> None:
    known = [sample for sample in samples() if sample.code in ("de", "en", "ru")]
    told = [(language_of(sample.text), sample.code) for sample in known if len(sample.text) > 30]
    right = sum(found == code for found, code in told)
    wrong = sum(found is not None and found != code for found, code in told)
    assert right >= 0.9 * len(told)
    assert wrong <= 0.01 * len(told)


def test_a_plain_text_does_not_wait_for_the_heavy_judge() -> None:
    script = (
        "import sys; from habeas.language.identify import language_of; "
        "assert language_of('Am Samstag wurden die Gefangenen aus der Haft entlassen.') == 'de'; "
        "assert 'py3langid' not in sys.modules and 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_answers_are_packs() -> None:
    for sample in list(samples())[::7]:
        assert language_of(sample.text) in (*codes(), None)
