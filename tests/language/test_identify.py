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
        ("El sábado fueron liberados en Minsk los presos que habían sido condenados.", "es"),
        ("Samedi, les prisonniers ont été libérés et conduits à la frontière.", "fr"),
        ("Sabato i prigionieri sono stati liberati e portati al confine.", "it"),
        ("Zaterdag zijn de gevangenen vrijgelaten en naar de grens gebracht.", "nl"),
        ("V sobotu byli vězni propuštěni a odvezeni k hranici.", "cs"),
        ("", None),
        ("12345 67890 !!!", None),
        ("Kalesnikava", None),
    ],
)
def test_language_of(text: str, code: str | None) -> None:
    assert language_of(text) == code


STRANGERS = {
    "Portuguese": (
        "No sábado foram libertados em Minsk 123 presos políticos que tinham sido condenados.",
        "O governo da Venezuela anunciou a libertação de um número importante de presos.",
        "A advogada foi detida em fevereiro e levada para a prisão; não há notícias dela.",
    ),
    "Galician": (
        "O sábado foron liberados en Minsk 123 presos que foran condenados a longas penas.",
    ),
    "Catalan": (
        "Dissabte van ser alliberats a Minsk 123 presos polítics que havien estat condemnats.",
        "L'advocada va ser detinguda al febrer i duta a la presó; no se'n sap res.",
    ),
    "Romanian": (
        "Sâmbătă au fost eliberați la Minsk 123 de deținuți politici care fuseseră condamnați.",
        "Guvernul Venezuelei a anunțat eliberarea unui număr important de deținuți.",
    ),
    "Slovak": (
        "V sobotu bolo v Minsku prepustených 123 politických väzňov, ktorí boli odsúdení.",
        "Vláda Venezuely oznámila prepustenie väčšieho počtu väzňov, uviedla organizácia.",
        "Advokátku zadržali vo februári a odviezli do väzenia; nikto o nej nič nevie.",
    ),
    "Slovene": (
        "V soboto so v Minsku izpustili 123 zapornikov, ki so bili obsojeni na dolge kazni.",
    ),
    "Croatian": (
        "U subotu je u Minsku pušteno 123 zatvorenika koji su bili osuđeni na duge kazne.",
    ),
    "Afrikaans": (
        "Op Saterdag is 123 politieke gevangenes in Minsk vrygelaat wat tot tronk gevonnis is.",
        "Die regering van Venezuela het die vrylating van 'n groot aantal gevangenes aangekondig.",
        "Sy is in Februarie in hegtenis geneem; niemand weet waar sy nou is nie.",
    ),
    "Swedish": (
        "I lördags frigavs 123 politiska fångar i Minsk som hade dömts till långa straff.",
        "Venezuelas regering meddelade att ett stort antal fångar ska släppas.",
    ),
    "Danish": (
        "Lørdag blev 123 politiske fanger løsladt i Minsk, som var blevet idømt lange straffe.",
    ),
    "Indonesian": (
        "Pada hari Sabtu, 123 tahanan politik dibebaskan setelah bertahun-tahun di penjara.",
    ),
    "Latin": ("Sabbato Minsci captivi dimissi sunt, qui ad longas poenas damnati erant.",),
}
"""Lines of languages without a pack, some of them near neighbours of ours. By us."""


@pytest.mark.parametrize("language", sorted(STRANGERS))
def test_a_language_without_a_pack_is_nobodys(language: str) -> None:
    assert [language_of(line) for line in STRANGERS[language]] == [None] * len(STRANGERS[language])


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
