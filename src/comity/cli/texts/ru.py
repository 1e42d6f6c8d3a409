"""The texts of the command line in Russian."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "comity.help": """Реестр отношений между государствами.

    Comity читает документы о дипломатических отношениях (на английском и русском; текст, HTML, PDF, DOCX),
    превращает сказанное в датированные утверждения со ссылкой на слова источника, сводит их, проверяет и
    пишет досье и справки.""",
    "comity.examples": """\b
    Примеры:
      comity demo                              посмотреть на прилагаемых примерах
      comity read page.html                    что сказано на этой странице?
      comity add *.html && comity check        в реестр; что не так?
      comity dossier KAZ ISR -o kaz-isr.html   состояние отношений, каждая строка с источником""",
    "db.help": "Реестр: путь, sqlite:///путь или postgres://… "
    "[по умолчанию COMITY_DATABASE_URL, иначе comity.db в этой папке]",
    "jobs.help": "Сколько процессов читают одновременно [по умолчанию по числу процессоров, не более 8].",
    "lang.help": "Язык вывода.",
    "output.help": "Записать в файл, а не в стандартный вывод.",
    "by.help": "От чьего имени [по умолчанию пользователь этой машины].",
    "read.help": """Прочитать документы и вывести утверждения, без базы данных.

    В папках ищутся документы. Утверждения идут в порядке документов и слов; одни и те же документы дают одни и те
    же байты.""",
    "read.examples": """\b
    Примеры:
      comity read page.html
      comity read pages/ --format jsonl > claims.jsonl
      comity read page.txt --unread            предложения, которые прочесть не удалось""",
    "read.format.help": "Формат вывода; jsonl — обменный формат из docs/claims.md.",
    "read.unread.help": "Перечислить предложения со словом-признаком, которые прочесть не удалось.",
    "add.help": """Внести документы в реестр.

    Каждый документ — одна транзакция: при остановке в любой миг в реестре только целые документы, и та же
    команда продолжит
    работу. Те же байты второй раз ничего не меняют.""",
    "add.examples": """\b
    Примеры:
      comity add page.html
      comity add pages/ --db relations.db""",
    "add.added": "{name}: внесён, {claims}",
    "add.held": "{name}: уже есть под именем {doc}, ничего не изменено",
    "add.summary": "Внесено {added}, уже было {held}, не прочитано {failed}. В реестре {db} {total}.",
    "check.help": """Проверить документы или, если они не названы, реестр.

    Замечания выводятся как файл:строка:столбец: КОД сообщение, слова — ниже. Для всех видов, кроме простого текста,
    строки считаются по прочитанному тексту. При ошибках код выхода 1.""",
    "check.examples": """\b
    Примеры:
      comity check                             реестр
      comity check page.html --select C1       только цифры
      comity check pages/ --format sarif > findings.sarif
      comity check --write-baseline known.json && comity check --baseline known.json""",
    "check.format.help": "Формат вывода.",
    "check.select.help": "Только правила с таким началом кода; можно повторять. Заменяет сказанное в "
    "настройках.",
    "check.ignore.help": "Кроме этих правил; можно повторять. Добавляется к сказанному в настройках.",
    "check.config.help": "Настройки [по умолчанию comity.toml рядом с реестром, иначе в этой папке].",
    "check.holders.help": "Таблица должностных лиц (CSV, JSON): по ней проверяются люди, названные с должностью.",
    "check.holders.register": "--holders даётся вместе с документами; для реестра: comity import-holders {path}",
    "holders.help": """Загрузить таблицу должностных лиц: кто и когда занимал должность.

    По ней реестр отмечает визиты, встречи и подписания людей, которые тогда не занимали названной должности (C201).
    Таблица — CSV со столбцами state,office,name,from,to (или список JSON с такими ключами): код государства, например
    NOR, должность и имя с | между написаниями, даты EDTF, пустое «to» у того, кто в должности. Она заменяет
    загруженную раньше; таблица без строк убирает её.""",
    "holders.examples": """\b
    Примеры:
      comity import-holders presidents.csv
      comity check page.html --holders presidents.csv     без реестра""",
    "holders.done": "Загружено: {terms}; {code}: {findings}.",
    "terms": "срок|срока|сроков",
    "check.baseline.help": "Выводить только замечания, которых нет в этом перечне известных.",
    "check.write_baseline.help": "Записать замечания в перечень известных, не выводя их.",
    "check.baseline_written": "В перечне известных: {findings}; дальше: comity check --baseline {path}",
    "check.baseline_known": "Уже известно: {known} ({path}); больше не найдено: {gone}.",
    "check.none": "Замечаний нет: {documents}.",
    "check.summary": "{findings}: {errors}, {warnings}, {infos}.",
    "check.more": "ещё мест: {count}; все — в --format json",
    "check.more_of": "ещё пробелов по {code}: {count}; все – comity check --select {code}",
    "rules.help": """Перечислить правила, правила одной главы (C1) или объяснить одно (C101).""",
    "rules.examples": """\b
    Примеры:
      comity rules
      comity rules C101
      comity rules C2 --format json""",
    "rules.unknown": "правила {code} нет; все правила перечислит `comity rules`",
    "search.help": """Искать документы, утверждения, людей, органы и места по словам на любом языке.

    Слова находятся во всех формах и написаниях: Nazarbaev находит «Назарбаев». Условия: in:, kind:, state:, place:,
    from:, to: (или где:, вид:, страна:, место:, с:, по:); минус исключает, звёздочка ставится после начала слова,
    словосочетание заключается в кавычки. Подробно: docs/searching.md.""",
    "search.examples": """\b
    Примеры:
      comity search визы туризм
      comity search вид:визит страна:KAZ с:2001 по:2005
      comity search "совместная комиссия" -- -торговля""",
    "search.format.help": "Формат вывода.",
    "search.page.help": "Страница найденного; на каждой по 20.",
    "search.oldest.help": "Сначала ранние, а не поздние.",
    "search.rebuild.help": "Сперва составить указатель слов заново.",
    "search.rebuilt": "Указатель составлен заново.",
    "search.nothing": "ничего не спрошено; укажите слово, имя или условие",
    "search.moment": "поиск находит то, что в реестре сегодня; даты ограничивают from: и to:, а о другом моменте "
    "спрашивайте `comity dossier`, `brief`, `check` или `explain`",
    "search.found": "Найдено: {claims}, {documents}, {entities}.",
    "entities": "объект|объекта|объектов",
    "compare.help": """Что более поздний из двух документов добавляет, опускает и говорит иначе, по утверждениям.

    Каждый — файл или документ реестра, названный своим обозначением. Если назван один: он и прошлая версия его
    страницы, распознанная по адресу страницы, заголовку или имени файла или указанная кем-то.""",
    "compare.examples": """\b
    Примеры:
      comity compare page-2006.html page-2008.html     два файла, без реестра
      comity compare page-2008                         документ и его прошлая версия
      comity compare page-2006 page-2008 --format jsonl""",
    "compare.format.help": "text: + добавлено, - опущено, ~ сказано иначе; jsonl: по строке, и те же.",
    "compare.summary": "Добавлено {added}, опущено {dropped}, сказано иначе {changed}, без изменений {same}.",
    "compare.alone": "Версии до {doc} в реестре нет. Назовите два документа.",
    "compare.missing": "Документа {doc} в реестре нет, и файла такого нет.",
    "add.earlier.help": "Документ — новая версия этого, названного своим обозначением в реестре.",
    "add.earlier.one": "Новая версия — один документ: добавьте остальные отдельно.",
    "reread.help": """Прочесть документы реестра заново по правилам этой программы: все или названные.

    Что говорит то же, остаётся как есть. Прочитанное иначе встаёт на место прежнего, а прежнее остаётся для вопросов
    о прошлом (--known-at). Что люди приняли, исправили или отклонили, не заменяется никогда: показывается, где
    чтение пришло к иному.""",
    "reread.examples": """\b
    Примеры:
      comity backup before.db
      comity reread --diff                     что изменилось бы; не меняется ничего
      comity reread page                       один документ, с заменой""",
    "reread.diff.help": "Только показать: + новое, - больше не читается, ~ читается иначе, = по решению людей.",
    "reread.summary": "Прочитано: {documents}; новых {added}, больше не читается {removed}, иначе {changed}, "
    "по решению людей остаётся {kept}.",
    "reread.nothing": "Ничего не изменено.",
    "reread.words": "другие слова",
    "reread.gone": "не читается",
    "reread.now": "теперь читается",
    "decision.accepted": "принято",
    "decision.edited": "исправлено",
    "decision.rejected": "отклонено",
    "judged.merge": "одно",
    "judged.split": "не одно",
    "reason.help": "Почему; остаётся рядом с решением.",
    "review.help": """Выносить решения об утверждениях, о том, какие записи и люди — одно, и о замечаниях.

    У решения есть автор, время и причина, его можно отменить (undo), и оно действует, когда документы вносят или
    читают заново. Прочитанное машиной остаётся рядом.""",
    "review.examples": """\b
    Примеры:
      comity review list --kind visit
      comity review accept 0f3a9c5b7d1e2f40 -m "сверено с бумагой"
      comity review edit 0f3a9c5b7d1e2f40 date=2000-04-03 -m "на снимке 3"
      comity review undo 0f3a9c5b7d1e2f40""",
    "review.list.help": """Перечислить утверждения, ждущие решения; наименее надёжные первыми.""",
    "review.list.examples": """\b
    Примеры:
      comity review list
      comity review list --document page --state all""",
    "review.kind.help": "Только утверждения этого вида.",
    "review.document.help": "Только утверждения этого документа.",
    "review.state.help": "Какие утверждения.",
    "review.limit.help": "Не больше стольких.",
    "review.accept.help": """Сказать, что утверждения прочитаны верно; все названные или ни одного.""",
    "review.accept.examples": """\b
    Примеры:
      comity review accept 0f3a9c5b7d1e2f40
      comity review accept 0f3a9c5b7d1e2f40 1b2c3d4e5f607182 --by anna -m "обе страницы прочитаны" """,
    "review.reject.help": """Сказать, что в документах этого нет: утверждение не считается, но остаётся видно.""",
    "review.reject.examples": """\b
    Примеры:
      comity review reject 0f3a9c5b7d1e2f40 -m "речь о другом государстве" """,
    "review.edit.help": """Сказать, что на самом деле говорит документ: поля по docs/claims.md, прочие остаются.

    Пустое значение убирает поле. Списки и людей дают в виде JSON.""",
    "review.edit.examples": """\b
    Примеры:
      comity review edit 0f3a9c5b7d1e2f40 date=2000-04-03/2000-04-05
      comity review edit 0f3a9c5b7d1e2f40 type= 'visitors=[{{"name": "Anne Berg", "of": "NOR"}}]'""",
    "review.merge.help": """Сказать, что записи, люди, органы или места — одно.

    Запись называют её номером или номером утверждения в ней; номера покажет `comity explain`.""",
    "review.merge.examples": """\b
    Примеры:
      comity review merge 0f3a9c5b7d1e2f40 1b2c3d4e5f607182 -m "один визит" """,
    "review.split.help": """Сказать, что часть записи, человека или органа — другое, чем остальное.

    Часть называют утверждениями, для человека или органа также УТВЕРЖДЕНИЕ/ПОЛЕ/МЕСТО.""",
    "review.split.examples": """\b
    Примеры:
      comity review split 0f3a9c5b7d1e2f40 1b2c3d4e5f607182 -m "другой год" """,
    "review.dismiss.help": """Сказать с указанием причины, что замечание — не ошибка: больше о нём не сообщается.""",
    "review.dismiss.examples": """\b
    Примеры:
      comity review dismiss 0f3a9c5b7d1e2f40 -m "приезжали оба министра" """,
    "review.undo.help": """Отменить последнее решение об утверждении, объединение, разделение или снятие замечания.""",
    "review.undo.examples": """\b
    Примеры:
      comity review undo 0f3a9c5b7d1e2f40
      comity review undo 12                    объединение или разделение с этим номером""",
    "review.history.help": """Показать, что люди решили об утверждении, записи, человеке или органе, и отменённое.""",
    "review.history.examples": """\b
    Примеры:
      comity review history 0f3a9c5b7d1e2f40""",
    "review.progress": "Решено {decided}; всего {claims}.",
    "review.unknown": "утверждения {claim} в реестре нет; номера покажет `comity review list`",
    "review.slot": "{slot} — не ПОЛЕ=ЗНАЧЕНИЕ для вида «{kind}»; его поля: {slots}",
    "review.dismissed": "Замечание {finding} снято; вернуть: comity review undo {finding}",
    "review.reopened": "Замечание {finding} снова выводится.",
    "review.judged": "Отменить: comity review undo {number}",
    "review.unjudged": "Решение {number} отменено.",
    "review.undone": "отменено: {by}, {at} UTC",
    "review.never": "о {what} никто ничего не решал",
    "backup.help": """Скопировать реестр в файл, в том числе пока с ним работают.

    Копия — тоже реестр, на один момент времени, и она проверена: укажите её в --db или поставьте на место
    реестра.""",
    "backup.examples": """\b
    Примеры:
      comity backup comity-2026-11-24.db
      comity dossier KAZ ISR --db comity-2026-11-24.db""",
    "backup.done": "{path}: {size}, цел",
    "doctor.help": """Проверить реестр: файл, документы, утверждения с их словами, записи и замечания.

    Если что-то не так, код выхода 1. Без --repair ничего не меняется.""",
    "doctor.examples": """\b
    Примеры:
      comity doctor
      comity doctor --repair                   после обновления: пересчитать всё по новым правилам""",
    "doctor.examining": "проверка",
    "doctor.quick.help": "Не сводить и не проверять всё заново для сравнения.",
    "doctor.repair.help": "Сначала пересчитать записи, лица и замечания; утверждения и решения остаются.",
    "doctor.whole": "Реестр цел: {held}.",
    "doctor.problems": "{problems}; --repair исправит: {curable}.",
    "export.help": """Выгрузить весь реестр строками JSON: документы с их байтами, утверждения, решения.

    Записи и замечания `comity import` получает заново. Вид строк описан в docs/register.md.""",
    "export.examples": """\b
    Примеры:
      comity export relations.jsonl
      comity export | gzip > relations.jsonl.gz""",
    "export.done": "{path}: {size}",
    "sheet.help": """Все записи одного вида одной таблицей, каких бы государств они ни касались.

    Запись – строка, поле – столбец; рядом номера и источники. Столбцы одни и те же при любом отборе; о каждом сказано в
    docs/guide.md. Без вида: сколько записей каждого вида.""",
    "sheet.examples": """\b
    Примеры:
      comity sheet
      comity sheet visit > visits.csv
      comity sheet agreement --state KAZ --from 2001 -o agreements.xlsx
      comity sheet mission --format jsonl | head -3""",
    "sheet.state.help": "Только то, в чём участвует государство (код или название); если их несколько – все они.",
    "sheet.from.help": "Только то, что приходится на этот год, месяц или день или позже.",
    "sheet.to.help": "Только то, что приходится на этот год, месяц или день или раньше.",
    "sheet.xlsx": "книга записывается в файл; назовите его: -o",
    "sheet.kind": "вид",
    "sheet.records": "записей",
    "sheet.writing": "запись",
    "sheet.done": "{path}: {records}",
    "import.help": """Заполнить новый реестр тем, что выгрузила `comity export`.""",
    "import.examples": """\b
    Примеры:
      comity import relations.jsonl --db new.db
      zcat relations.jsonl.gz | comity import - --db postgres://officer@localhost/relations""",
    "import.missing": "{path}: нет такого файла; проверьте имя или укажите - для стандартного ввода",
    "import.done": "Загружено: {documents}.",
    "problems": "неполадка|неполадки|неполадок",
    "help.options": "Параметры",
    "help.commands": "Команды",
    "help.arguments": "Аргументы",
    "help.version": "Показать версию и выйти.",
    "help.help": "Показать эту справку и выйти.",
    "help.default": "по умолчанию",
    "help.required": "обязательно",
    "help.names": "ПАРАМЕТРЫ КОМАНДА АРГУМЕНТЫ ФАЙЛ ПАПКА ГОСУДАРСТВО ДАТА ВРЕМЯ ИМЯ НОМЕР УТВЕРЖДЕНИЕ ЧИСЛО ЗАМЕЧАНИЕ "
    "КОД ДОКУМЕНТ ПРЕЖНИЙ НОВЫЙ ВИД ЧАСТЬ ПОЛЕ ЗНАЧЕНИЕ ТЕКСТ СЛОВО КОРПУС АДРЕС N",
    "usage": "Вызов",
    "usage.help": "Подсказка: {command} --help",
    "usage.error": "Ошибка",
    "brief.help": """Написать справку к встрече об отношениях двух государств.

    Самое важное стоит первым и остаётся, когда мало места; у каждой строки есть сноска. Вид DOCX задают стили
    шаблона: запишите наш с --write-template, измените его в Word и укажите снова.""",
    "brief.examples": """\b
    Примеры:
      comity brief KAZ ISR --lang ru                        kaz-isr-ru.docx, две страницы
      comity brief KAZ ISR --lang ru --format pdf -o note.pdf
      comity brief KAZ ISR --format md --pages 1
      comity brief --write-template ours.docx
      comity brief KAZ ISR --template ours.docx""",
    "brief.pages.help": "Страниц не больше (A4, как в PDF).",
    "brief.template.help": "Файл DOCX, стили и колонтитулы которого применяются.",
    "brief.write_template.help": "Записать наш шаблон в файл и больше ничего не делать.",
    "brief.template.bad": "{path} — не файл DOCX; запишите шаблон: `comity brief --write-template ФАЙЛ`",
    "brief.template.form": "шаблон бывает только для вида docx",
    "brief.states": "назовите два государства или --write-template ФАЙЛ",
    "dossier.help": """Написать досье об отношениях двух государств.

    Государства — коды ИСО 3166-1 (KAZ, KZ) или названия (Kazakhstan, Казахстан).""",
    "dossier.examples": """\b
    Примеры:
      comity dossier KAZ ISR -o kaz-isr.html
      comity dossier KAZ ISR --lang ru --format md
      comity dossier KAZ ISR --as-of 2003 --known-at 2026-11-20""",
    "dossier.format.help": "Формат вывода.",
    "dossier.as_of.help": "По состоянию на дату: без начавшегося позже (2003, 2003-05, 2003-05-17).",
    "dossier.known_at.help": "По сведениям на время: без более поздних документов и решений, UTC "
    "(2026-11-20, 2026-11-20T17:30).",
    "moment.register": "--as-of и --known-at — вопросы к реестру; не называйте документов",
    "dossier.empty": "в реестре ничего нет о паре {a} ({a_name}) и {b} ({b_name}); {remedy}",
    "dossier.add_first": "внесите документы командой `comity add ФАЙЛ...`",
    "dossier.same": "досье — о двух государствах; {a} названо дважды",
    "dossier.written": "{path}: {size}",
    "state.unknown": "{code} — не код и не название государства. {hint}",
    "state.meant": "Может быть, {names}?",
    "form.other": "{path}: `comity dossier` таких файлов не пишет. Воспользуйтесь `{command}`.",
    "form.differs": "{path} оканчивается не так, как файл --format {form}. Назовите другой файл или уберите --format.",
    "export.twice": "Файл назван дважды. Назовите его один раз: comity export FILE или -o FILE.",
    "state.suggest": "{code}? Может быть, {names}?",
    "state.name": "{code}, {name}",
    "state.or": " или ",
    "state.look": "Укажите код ИСО 3166-1, например KAZ.",
    "serve.help": "Открыть сайт реестра на этой машине.",
    "serve.examples": """\b
    Примеры:
      comity serve
      comity serve --port 8080 --db relations.db""",
    "serve.port.help": "Порт на адресе обратной петли; если занят — следующий свободный.",
    "serve.at": "Сайт открыт по адресу {address} (Ctrl-C останавливает)",
    "serve.taken": "порты с {first} по {last} заняты; укажите другой: --port",
    "serve.link": "Войдите как администратор, один раз, по ссылке {address}",
    "work.help": """Читать и добавлять то, что передано через сайт, пока не остановят.

    `comity serve` запускает такой процесс сам; рядом с gunicorn он работает отдельной службой. Можно несколько.""",
    "work.examples": """\b
    Примеры:
      comity work
      comity work --once --db relations.db""",
    "work.once.help": "Завершиться, когда ничего не ждёт.",
    "user.help": "Учётные записи сайта: кто может войти и с какой ролью.",
    "user.examples": """\b
    Примеры:
      comity user add jane --role reviewer
      comity user passwd jane
      comity user list""",
    "role.help": "Что может учётная запись; каждая роль может всё, что могут предыдущие.",
    "user.add.help": "Создать учётную запись. Пароль спрашивается дважды или читается из stdin.",
    "user.passwd.help": "Сменить пароль учётной записи.",
    "user.role.help": "Сменить роль учётной записи.",
    "user.list.help": "Перечислить учётные записи.",
    "user.there": "учётная запись {name} уже есть; пароль меняет `comity user passwd`",
    "user.none": "учётной записи {name} нет; список даёт `comity user list`",
    "user.name": "{name} не годится как имя; допустимы буквы, цифры и @ . + - _",
    "user.added": "{name} может войти с ролью {role}",
    "user.changed": "{name}: изменено",
    "user.closed": "закрыта",
    "user.password": "Пароль",
    "user.again": "Ещё раз",
    "token.help": "Ключи, с которыми программы обращаются к API сайта.",
    "token.examples": """\b
    Примеры:
      comity token create nightly-import --user jane --role editor --days 90""",
    "token.create.help": "Создать ключ и напечатать его. Он нигде не хранится: хранится только его хеш.",
    "token.user.help": "Чей это ключ; что делает программа, делается от этого имени.",
    "token.days.help": "Через сколько дней он кончается [по умолчанию не кончается].",
    "token.high": "{name} не может того, что может ключ с ролью {role}",
    "column.name": "Имя",
    "column.role": "Роль",
    "column.state": "Состояние",
    "column.last": "Последний вход",
    "demo.help": """Посмотреть весь путь на прилагаемых примерах.

    Читает их в новый реестр в папке demo, выводит итоги, пишет досье и открывает сайт.""",
    "demo.examples": """\b
    Примеры:
      comity demo
      DEMO_SERVE=0 comity demo                 без сайта, для сценариев""",
    "demo.serve.help": "Открыть в конце сайт [по умолчанию да, кроме DEMO_SERVE=0].",
    "demo.folder.help": "Куда поместить реестр и досье.",
    "demo.read": "Прочитано: {documents}, {claims}, {records}, {findings}.",
    "demo.kinds": "Утверждения по видам",
    "demo.dyads": "Пары государств",
    "demo.found": "Замечания",
    "demo.dossiers": "Досье",
    "demo.next": "Попробуйте: comity check --db {db}",
    "explain.help": """Показать путь от слов к утверждению: слова, рамка, значения. Или из чего сложилось остальное.

    Утверждение, запись, лицо или замечание называют по номеру, людей и органы — и по имени. Ищется в названных
    документах или в реестре.""",
    "explain.examples": """\b
    Примеры:
      comity read page.html --format jsonl | head -1
      comity explain 0f3a9c5b7d1e2f40 page.html
      comity explain "К. Токаев"               один человек или несколько и почему""",
    "explain.unknown": "утверждения {claim} нет ({where}), как и другого с таким номером или именем; "
    "номера утверждений покажет `comity read ФАЙЛ --format jsonl`",
    "explain.names": "Названы",
    "explain.says": "Сказано",
    "explain.from": "Откуда",
    "explain.differ": "Расходятся",
    "explain.one_claim": "о ней говорит одно утверждение",
    "explain.one_name": "называется всегда одинаково",
    "explain.entity": "Лицо",
    "explain.called": "Называется",
    "explain.offices": "Должности",
    "explain.apart": "Не одно с",
    "explain.more": "и ещё {others}",
    "explain.finding": "Замечание",
    "explain.rule": "Правило",
    "kind.person": "человек",
    "kind.body": "орган",
    "kind.enterprise": "предприятие",
    "kind.place": "место",
    "quoted": "«{words}»",
    "size.mb": "{size} МБ",
    "size.kb": "{size} кБ",
    "explain.register": "реестр",
    "explain.files": "эти документы",
    "explain.words": "Слова",
    "explain.frame": "Прочитано",
    "explain.phrases": "Выражения",
    "explain.claim": "Утверждение",
    "explain.reader": "набор правил {reader}",
    "explain.confidence": "Уверенность",
    "explain.decision": "Решение",
    "explain.machine": "Прочитано как",
    "explain.record": "Запись",
    "explain.alone": "единственное утверждение о ней",
    "explain.with": "вместе с: {others}",
    "explain.because": "Потому что",
    "explain.no_frame": "рамка не оставила отчёта",
    "severity.error": "ошибка",
    "severity.warning": "сомнительно",
    "severity.info": "пробел",
    "column.document": "Документ",
    "column.kind": "Вид",
    "column.says": "Что сказано",
    "column.words": "Слова",
    "column.line": "Строка",
    "column.code": "Код",
    "column.severity": "Важность",
    "column.title": "Что находит",
    "column.number": "Число",
    "corpus.help": """Много документов как данные: папка файлов Parquet, которые читает любая программа, и SQL к ней.

    Для тысяч документов без реестра: здесь ничего не проверяют люди и нет истории. Таблицы описаны в docs/corpus.md.
    Нужно: pip install 'comity[corpus]'.""",
    "corpus.examples": """\b
    Примеры:
      comity corpus read pages/ -o relations        папка документов, на всех ядрах
      comity corpus join relations                  записи, участники и замечания по всем вместе
      comity corpus ask relations                   какие есть таблицы и столбцы
      comity corpus ask relations 'SELECT "from", "to", date, words FROM visit ORDER BY date_from'""",
    "corpus.read.help": """Прочитать документы в корпус.

    Прерванная в любой миг, та же команда продолжит с того места. Документы, которые в корпусе уже есть (по их байтам),
    пропускаются; то, что прочесть не удалось, пробуется ещё раз.""",
    "corpus.read.examples": """\b
    Примеры:
      comity corpus read pages/ -o relations
      comity corpus read pages/ -o relations --jobs 4
      comity corpus read /shared/pages -o relations --ray auto""",
    "corpus.output.help": "Папка корпуса; если её нет, она будет создана.",
    "corpus.ray.help": "Читать на Ray: на кластере по адресу (auto — кластер этой машины), без адреса — на своём. "
    "Нужно: pip install 'comity[ray]'.",
    "corpus.ray.jobs": "--jobs — для этой машины, --ray — для кластера; назовите одно из двух",
    "corpus.again.help": "Убрать всё, что есть в корпусе, и прочитать заново.",
    "corpus.read.done": "{folder}: прочитано — {read}, {claims}; уже было — {held}, не прочитано — {failed}",
    "corpus.join.help": """Составить записи, участников и замечания по всем утверждениям корпуса.

    Они становятся таблицами корпуса и убираются, когда в него читают новые документы.""",
    "corpus.join.examples": """\b
    Примеры:
      comity corpus join relations
      comity corpus ask relations "SELECT code, count(*) FROM findings GROUP BY code" """,
    "corpus.join.done": "{folder}: {records}, участников — {entities}, {findings}",
    "corpus.ask.help": """Задать корпусу вопрос на SQL; без вопроса — показать таблицы и столбцы.

    У каждого вида утверждений своё представление. Дата записана по EDTF, рядом — первый и последний день, которые она
    может означать (date_from, date_to). "from", "to" и "in" — слова SQL, их пишут в двойных кавычках.""",
    "corpus.ask.examples": """\b
    Примеры:
      comity corpus ask relations "SELECT kind, count(*) FROM claims GROUP BY kind"
      comity corpus ask relations 'SELECT "from", "to", date FROM visit' --format csv > visits.csv
      comity corpus ask relations "SELECT * FROM trade" -o trade.parquet""",
    "corpus.format.help": "Вид ответа.",
    "corpus.ask.output.help": "Записать ответ в файл Parquet.",
    "corpus.ask.more": "… ещё {rest}; --format csv запишет все",
    "column.table": "Таблица",
    "column.columns": "Столбцы",
    "reading": "Чтение",
    "read.none": "утверждений нет; что прочесть не удалось, покажет `--unread`",
    "unread.none": "непрочитанных предложений с признаком не осталось",
    "error.permission": "{path}: нет доступа; измените права или назовите другой файл",
    "error.system": "{path}: {problem}; проверьте путь и диск",
    "error.output": "{path}: записать нельзя ({problem}); назовите другой файл: -o",
    "claims": "утверждение|утверждения|утверждений",
    "records": "запись|записи|записей",
    "documents": "документ|документа|документов",
    "findings": "замечание|замечания|замечаний",
    "errors": "ошибка|ошибки|ошибок",
    "warnings": "предупреждение|предупреждения|предупреждений",
    "gaps": "пробел|пробела|пробелов",
    "others": "другое утверждение|других утверждения|других утверждений",
}
