"""Texts with every person marked: `[words|nominative]`, behind `!` for one who acts by office."""

from __future__ import annotations

SAMPLES = [
    (
        "en",
        "[Ales Bialiatski|Ales Bialiatski] and [Maria Kalesnikava|Maria Kalesnikava] walked free.",
    ),
    (
        "en",
        "President [Alexander Lukashenko|Alexander Lukashenko!] met envoy [John Coale|John Coale!].",
    ),
    (
        "en",
        "The Nobel Peace Prize went to [Narges Mohammadi|Narges Mohammadi] of the Human Rights Center.",
    ),
    ("en", "The Minsk Regional Court on Monday sentenced [Viktar Babaryka|Viktar Babaryka]."),
    ("en", "Reporter [Sean Marlow|Sean Marlow] wrote. [Marlow|Sean Marlow]'s wife said nothing."),
    ("en", "In May Radio Liberty and Foro Penal counted 1,200 in Venezuela."),
    ("en", "Former President [Alejandro Toledo|Alejandro Toledo] was jailed."),
    (
        "de",
        "Die Bürgerrechtlerin [Kolesnikowa|Kolesnikowa] lachte.",
    ),
    ("de", "Der US-Sonderbeauftragte [John Coale|John Coale!] war am Samstag in Minsk."),
    ("de", "Die Staatsagentur Belta meldete das am Dienstag der Deutschen Presse."),
    ("de", "Friedensnobelpreisträger [Ales Bialiatski|Ales Bialiatski] kam frei."),
    (
        "de",
        "[Viktor Babaryka|Viktor Babaryka] saß ein. [Babarykas|Viktor Babaryka] Anwalt schwieg.",
    ),
    ("de", "Das Auswärtige Amt und die Europäische Union schweigen."),
    ("ru", "[Марию Колесникову|Мария Колесникова] встретила сестра [Татьяна Хомич|Татьяна Хомич]."),
    ("ru", "Спецпосланник президента США [Джон Коул|Джон Коул!] прибыл в Минск."),
    ("ru", "В Верховном суде Беларуси в понедельник молчали."),
    ("ru", "Судили [Игоря Лосика|Игорь Лосик]. [Лосика|Игорь Лосик] задержали в июне."),
    ("ru", "Как пишет «Радио Свобода», [Виктору Бабарико|Виктор Бабарико] дали 14 лет."),
]
