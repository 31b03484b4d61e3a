"""Pages that use the words of custody about something else claim nothing."""

from __future__ import annotations

import pytest

from habeas.reading.claims import drafts
from habeas.terms.when import from_edtf

_TRAPS = {
    "en: a transfer window": (
        "The club have released midfielder Tom Harding, who joined on a free transfer in 2022. "
        "Manager Phil Norris said talks with two other players continue. The striker was handed "
        "a three-match ban and the goalkeeper is back after six weeks. Four youngsters were freed "
        "from their contracts; the league fined the club 40,000 pounds."
    ),
    "en: a film and its director": (
        "The studio released the trailer on Monday. In the sequel, two brothers escape from a "
        "castle and are exchanged for a map. The company said 12 million customers had watched "
        "the first movie; the album follows in May. Critics sentenced it to oblivion."
    ),
    "en: wages": (
        "Talks on wages broke down on Thursday and 900 employees walked out. The company charged "
        "customers 4 euros more, lifted its ban on refunds and released 30 staff in April. "
        "Shareholders are held to their word until the end of the quarter."
    ),
    "de: ein Tierheim": (
        "Das Tierheim hat am Samstag 14 Hunde aufgenommen, die im Keller festgehalten wurden. "
        "Drei Tiere kamen in eine andere Stadt, ein Kater wurde ausgeflogen. Zwei Hunde sind "
        "gestorben. Die Tiere werden im Mai freigelassen, sagt Leiterin Anne Kolbe."
    ),
    "de: ein Konzern": (
        "Der Konzern entlässt 340 Beschäftigte und begnadigt das Werk in Soest. Die Verhandlungen "
        "mit dem Betriebsrat endeten am Dienstag. Vorstand Jens Uhl wurde abgelöst, das Kapital "
        "der Aktie verlor. Die Belegschaft erhielt drei Monate Lohn."
    ),
    "fr: un club": (
        "Le club a libéré l'attaquant Hugo Martel, arrivé en 2022. L'entraîneur Paul Verdier dit que "
        "les discussions avec deux autres joueurs continuent. Le gardien a écopé de trois matchs ; "
        "quatre jeunes ont été libérés de leur contrat et le championnat reprend samedi."
    ),
    "es: una fábrica": (
        "La fábrica despidió a 340 asalariados y liberó a 30 en abril. Las negociaciones con los "
        "accionistas terminaron el martes. La empresa fue condenada a pagar a sus clientes; las "
        "ventas cayeron y el álbum del grupo salió en mayo."
    ),
    "it: un canile": (
        "Il canile ha accolto sabato 14 cani che erano detenuti in una cantina. Tre animali sono stati "
        "portati in un'altra città, un gatto è morto. I cani saranno liberati a maggio, dice la "
        "direttrice Anna Colli."
    ),
    "nl: een film": (
        "De studio bracht maandag de trailer van de film uit. Twee broers ontsnappen uit een kasteel en "
        "worden geruild voor een kaart. De trainer liet de spits gaan; het seizoen begint zaterdag en "
        "de club kreeg drie wedstrijden straf."
    ),
    "cs: fotbal": (
        "Klub v sobotu uvolnil útočníka Petra Hájka, který přišel v roce 2022. Trenér Karel Bouda "
        "uvedl, že jednání s dvěma hráči pokračují. Brankář dostal tři zápasy a továrna propustila 300 "
        "zaměstnanců."
    ),
    "ru: грамматика и футбол": (
        "Клуб отпустил полузащитника Ивана Седова, контракт которого истёк в мае. Вратарь "
        "Олег Рыбин получил два матча за грубость, тренер Пётр Глушко освобождён от должности. "
        "Команда вышла на поле без капитана; болельщики задержали матч на десять минут."
    ),
    "ru: товары на складе": (
        "Таможня задержала груз, 40 тонн кварца отправили в порт. Фирма обвинила подрядчика, "
        "арбитраж назначил слушание на 4 марта. Договор расторгнут, акции упали, тарифы "
        "снимут в июне."
    ),
}


@pytest.mark.parametrize("name", _TRAPS)
def test_a_page_about_something_else_claims_nothing(name: str) -> None:
    found = drafts(_TRAPS[name], language=name[:2], published=from_edtf("2025-03-10"))
    assert [str(draft.said.kind) for draft in found if draft.said.kind != "other"] == []


def test_sport_on_a_page_about_custody_is_passed_over() -> None:
    text = (
        "Police detained the journalist Anna Berg on Monday. She was remanded in custody until "
        "May. Her lawyer called the arrest a warning to every newsroom.\n\n"
        "In other news, the club released striker Tom Harding after a goalless season."
    )
    found = drafts(text, language="en", published=from_edtf("2025-03-10"))
    people = {person.value for draft in found for person in draft.said.persons}
    assert "Anna Berg" in people
    assert "Tom Harding" not in people
