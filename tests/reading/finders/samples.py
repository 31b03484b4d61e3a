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
    (
        "fr",
        "L'opposante [Maria Kolesnikova|Maria Kolesnikova] et l'avocat [Maxime Znak|Maxime Znak].",
    ),
    ("fr", "L'émissaire américain [John Coale|John Coale!] est arrivé à Minsk."),
    ("fr", "Selon l'ONG Foro Penal et Amnesty International, la Cour suprême s'est tue lundi."),
    ("fr", "Mme [Rocío San Miguel|Rocío San Miguel] a parlé à Radio Liberté."),
    ("fr", "[Oleg Orlov|Oleg Orlov] de Memorial a écrit. [Orlov|Oleg Orlov] attend."),
    (
        "es",
        "El obispo [Rolando Álvarez|Rolando Álvarez] y [Félix Maradiaga|Félix Maradiaga] callan.",
    ),
    ("es", "El enviado [John Coale|John Coale!] llegó el jueves a Caracas."),
    ("es", "Foro Penal y el Tribunal Supremo de Justicia callaron el lunes en Costa Rica."),
    ("es", "[Alfredo Romero|Alfredo Romero] de Foro Penal habló con [Luis de León|Luis de León]."),
    (
        "it",
        "L'attivista [Pakhshan Azizi|Pakhshan Azizi] e la giornalista [Cecilia Sala|Cecilia Sala].",
    ),
    ("it", "L'inviato americano [John Coale|John Coale!] è arrivato a Minsk."),
    ("it", "Lunedì la Corte suprema e la Croce Rossa hanno taciuto; l'Unione europea no."),
    ("nl", "De gezant [John Coale|John Coale!] was zaterdag in Minsk."),
    ("nl", "Advocaat [Jan van der Meer|Jan van der Meer] sprak met [Ulvi Hasanli|Ulvi Hasanli]."),
    ("nl", "De Europese Unie en het Openbaar Ministerie zwegen maandag."),
    ("cs", "Zatkli [Sjarheje Cichanouského|Sjarhej Cichanouski] a [Ilju Jašina|Ilja Jašin]."),
    (
        "cs",
        "Psal [Svjatlaně Cichanouské|Svjatlana Cichanouská] a [Alesi Bjaljackému|Ales Bjaljacki].",
    ),
    ("cs", "Zmocněnec [John Coale|John Coale!] přijel v sobotu do Minsku."),
    ("cs", "Nejvyšší soud a Evropská unie v pondělí mlčely."),
]
