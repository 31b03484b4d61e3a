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
    ("uk", "[Марію Колесникову|Марія Колесникова] зустріла сестра [Тетяна Хомич|Тетяна Хомич]."),
    (
        "uk",
        "Спецпосланець [Дональда Трампа|Дональд Трамп!] [Джон Коул|Джон Коул!] прибув до Мінська.",
    ),
    ("uk", "Судили [Ігоря Лосика|Ігор Лосик]. [Лосика|Ігор Лосик] затримали в червні."),
    ("uk", "У Верховному суді та Координаційному штабі в понеділок мовчали."),
    (
        "uk",
        "[Олександром Лукашенком|Олександр Лукашенко!] і [Володимиру Зеленському|Володимир Зеленський!]",
    ),
    ("be", "[Марыю Калеснікаву|Марыя Калеснікава] сустрэла сястра [Таццяна Хоміч|Таццяна Хоміч]."),
    ("be", "Судзілі [Ігара Лосіка|Ігар Лосік]. [Лосіка|Ігар Лосік] затрымалі ў чэрвені."),
    ("be", "У Вярхоўным судзе і ў «Вясне» ў панядзелак маўчалі."),
    (
        "be",
        "[Леаніду Судаленку|Леанід Судаленка] і [Вікторыі Кульшы|Вікторыя Кульша] далі тэрміны.",
    ),
    (
        "be",
        "[Зьмітру Дашкевічу|Зьміцер Дашкевіч] пісаў [Аляксандр Лукашэнка|Аляксандр Лукашэнка!].",
    ),
    (
        "pl",
        "[Marię Kalesnikawą|Maria Kalesnikawa] wita siostra [Tacciana Chomicz|Tacciana Chomicz].",
    ),
    ("pl", "Wysłannik [Donalda Trumpa|Donald Trump!] [John Coale|John Coale!] przybył do Mińska."),
    ("pl", "Sądzono [Ihara Łosika|Ihar Łosik]. [Łosika|Ihar Łosik] zatrzymano w czerwcu."),
    (
        "pl",
        "[Pawła Siewiaryńca|Paweł Siewiaryniec] i [Andrzeja Poczobuta|Andrzej Poczobut] siedzą.",
    ),
    ("pl", "W Sądzie Najwyższym i Związku Polaków w poniedziałek milczano."),
    (
        "lt",
        "[Maryją Kalesnikavą|Maryja Kalesnikava] pasitiko sesuo [Taciana Chomič|Taciana Chomič].",
    ),
    ("lt", "JAV pasiuntinys [Johnas Coale|Johnas Coale!] atvyko į Minską."),
    ("lt", "Teisė [Iharį Losiką|Iharis Losikas]. [Losiko|Iharis Losikas] byla baigta."),
    (
        "lt",
        "[Ramanui Pratasevičiui|Ramanas Pratasevičius] ir [Alesiui Bialiackiui|Alesis Bialiackis]",
    ),
    ("lt", "Minsko apygardos teismas ir Europos Sąjunga pirmadienį tylėjo."),
]
