"""The texts of the command line in English."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "comity.help": """The register of the relations between states.

    Comity reads documents about diplomatic relations (English, Russian; text, HTML, PDF, DOCX), turns what they
    say into dated claims that point at their words, reconciles them, checks them, and writes dossiers.""",
    "comity.examples": """\b
    Examples:
      comity demo                              see it work on the shipped examples
      comity read page.html                    what does this page say?
      comity add *.html && comity check        into the register; what is wrong?
      comity dossier KAZ ISR -o kaz-isr.html   the state of relations, every line with its source""",
    "db.help": "The register: a path, sqlite:///path or postgres://… "
    "[default: COMITY_DATABASE_URL, else comity.db in this folder]",
    "jobs.help": "Processes that read at once [default: one for each processor, at most 8].",
    "lang.help": "Language of the output.",
    "output.help": "Write to a file instead of stdout.",
    "by.help": "In whose name [default: the user of this machine].",
    "read.help": """Read documents into claims, without a database.

    Folders are searched for documents. Claims come in the order of the documents and of their words; the same
    documents give the same bytes.""",
    "read.examples": """\b
    Examples:
      comity read page.html
      comity read pages/ --format jsonl > claims.jsonl
      comity read page.txt --unread            sentences that no frame could read""",
    "read.format.help": "Form of the output; jsonl is the exchange form of docs/claims.md.",
    "read.unread.help": "List the sentences with a trigger that no frame could read.",
    "add.help": """Add documents to the register.

    Each document is one transaction: stopped at any moment, the register holds whole documents only, and the same
    command goes on from there. The same bytes twice change nothing.""",
    "add.examples": """\b
    Examples:
      comity add page.html
      comity add pages/ --db relations.db""",
    "add.added": "{name}: added, {claims}",
    "add.held": "{name}: already held as {doc}, nothing changed",
    "add.summary": "{added} added, {held} already held, {failed} not readable. "
    "The register {db} holds {total}.",
    "check.help": """Check documents, or the register where none is named.

    Findings are told as file:line:column: CODE message, with the words below. Lines of other formats than plain
    text are those of the text that was read. The exit status is 1 when there are errors.""",
    "check.examples": """\b
    Examples:
      comity check                             the register
      comity check page.html --select C1       figures only
      comity check pages/ --format sarif > findings.sarif
      comity check --write-baseline known.json && comity check --baseline known.json""",
    "check.format.help": "Form of the output.",
    "check.select.help": "Only rules whose code begins so; may be given again. Takes the place of the "
    "configuration's.",
    "check.ignore.help": "Not these rules; may be given again. Adds to the configuration's.",
    "check.config.help": "The configuration [default: comity.toml beside the register, else in this folder].",
    "check.holders.help": "A table of office holders (CSV or JSON) by which people named with an office are checked.",
    "check.holders.register": "--holders goes with documents; for the register: comity import-holders {path}",
    "holders.help": """Import a table of office holders: who held which office when.

    The register then tells visits, meetings and signatures by people who did not hold the office then (C201). The
    table is CSV with the columns state,office,name,from,to (or a JSON list of objects with these keys): a code such
    as NOR, office and name with | between spellings, EDTF dates, an empty "to" for who is in office. It takes the
    place of the one imported before; one with no lines takes it away.""",
    "holders.examples": """\b
    Examples:
      comity import-holders presidents.csv
      comity check page.html --holders presidents.csv     without a register""",
    "holders.done": "{terms} imported; {code}: {findings}.",
    "terms": "term|terms",
    "check.baseline.help": "Tell only findings that this baseline does not hold.",
    "check.write_baseline.help": "Write the findings to a baseline instead of telling them.",
    "check.baseline_written": "{findings} in the baseline; from now on: comity check --baseline {path}",
    "check.baseline_known": "{known} known from {path}; {gone} of it found no more.",
    "check.none": "No findings in {documents}.",
    "check.summary": "{findings}: {errors}, {warnings}, {infos}.",
    "check.more": "{count} more of these places; --format json has them",
    "check.more_of": "{count} more gaps of {code}: comity check --select {code}",
    "rules.help": """List the rules, those of a chapter (C1), or explain one (C101).""",
    "rules.examples": """\b
    Examples:
      comity rules
      comity rules C101
      comity rules C2 --format json""",
    "rules.unknown": "there is no rule {code}; `comity rules` lists them",
    "search.help": """Search documents, claims, people, bodies and places by words in any language.

    Words are found in all their forms and spellings: Nazarbaev finds Назарбаев. Filters: in:, kind:, state:, place:,
    from:, to:; a minus leaves out, a star ends the beginning of a word, quotation marks hold a phrase. The way to
    ask is told in docs/searching.md.""",
    "search.examples": """\b
    Examples:
      comity search visas tourism
      comity search kind:visit state:KAZ from:2001 to:2005
      comity search "joint commission" -- -trade""",
    "search.format.help": "Form of the output.",
    "search.page.help": "The page of what is found; one has 20.",
    "search.oldest.help": "The earliest first, not the latest.",
    "search.rebuild.help": "First make the index of words anew.",
    "search.rebuilt": "The index is made anew.",
    "search.nothing": "nothing is asked for; give a word, a name or a filter",
    "search.moment": "search finds what is held today; narrow it by date with from: and to:, or ask `comity dossier`, "
    "`brief`, `check` or `explain` about another moment",
    "search.found": "{claims}, {documents}, {entities} found.",
    "entities": "entity|entities",
    "compare.help": """What the later of two documents adds, drops and tells otherwise, claim by claim.

    Each is a file or the id of a document of the register. Of one document alone: it and the version of its page
    before it, as recognised by the page's address, title or file name, or as somebody said.""",
    "compare.examples": """\b
    Examples:
      comity compare page-2006.html page-2008.html     two files, without a register
      comity compare page-2008                         a document and the version before it
      comity compare page-2006 page-2008 --format jsonl""",
    "compare.format.help": "text: + added, - dropped, ~ told otherwise; jsonl: one line a claim, with those that stay.",
    "compare.summary": "{added} added, {dropped} dropped, {changed} told otherwise, {same} the same.",
    "compare.alone": "No version before {doc} is held. Name two documents.",
    "compare.missing": "No document {doc} is held, and no such file is there.",
    "add.earlier.help": "The document is a newer version of this one, by its id in the register.",
    "add.earlier.one": "A newer version is one document: add the others by themselves.",
    "reread.help": """Read documents of the register again by the rules of this program, all of them or those named.

    What says the same stays as it is. What is read otherwise takes the place of the old, which stays for questions
    about the past (--known-at). What people accepted, edited or rejected is never replaced: it is told where reading
    comes to another result.""",
    "reread.examples": """\b
    Examples:
      comity backup before.db
      comity reread --diff                     what would change, and nothing changes
      comity reread page                       one document, taken over""",
    "reread.diff.help": "Only show what differs: + new, - read no more, ~ read otherwise, = as people decided.",
    "reread.summary": "{documents} read: {added} new, {removed} read no more, {changed} read otherwise, "
    "{kept} stay as people decided.",
    "reread.nothing": "Nothing was changed.",
    "reread.words": "other words",
    "reread.gone": "not at all",
    "reread.now": "now read",
    "decision.accepted": "accepted",
    "decision.edited": "edited",
    "decision.rejected": "rejected",
    "judged.merge": "are one",
    "judged.split": "are not one",
    "reason.help": "Why; it stays beside the decision.",
    "review.help": """Decide about claims, about which records or people are one, and about findings.

    Every decision has an author, a time and a reason, can be taken back (undo), and holds when documents are added
    or read again. What the machine read stays beside it.""",
    "review.examples": """\b
    Examples:
      comity review list --kind visit
      comity review accept 0f3a9c5b7d1e2f40 -m "checked against the paper"
      comity review edit 0f3a9c5b7d1e2f40 date=2000-04-03 -m "the scan says 3"
      comity review undo 0f3a9c5b7d1e2f40""",
    "review.list.help": """List claims that wait for a decision, those first that reading is least sure of.""",
    "review.list.examples": """\b
    Examples:
      comity review list
      comity review list --document page --state all""",
    "review.kind.help": "Only claims of this kind.",
    "review.document.help": "Only claims of this document.",
    "review.state.help": "Which claims.",
    "review.limit.help": "How many at most.",
    "review.accept.help": """Say that claims are right as they were read; all of those named or none.""",
    "review.accept.examples": """\b
    Examples:
      comity review accept 0f3a9c5b7d1e2f40
      comity review accept 0f3a9c5b7d1e2f40 1b2c3d4e5f607182 --by anna -m "read both pages" """,
    "review.reject.help": """Say that documents do not make these claims: they count no more, and stay to be seen.""",
    "review.reject.examples": """\b
    Examples:
      comity review reject 0f3a9c5b7d1e2f40 -m "it speaks of another state" """,
    "review.edit.help": """Say what the document really says: slots as docs/claims.md has them, the others stay.

    An empty value takes a slot away. Lists and people are given as JSON.""",
    "review.edit.examples": """\b
    Examples:
      comity review edit 0f3a9c5b7d1e2f40 date=2000-04-03/2000-04-05
      comity review edit 0f3a9c5b7d1e2f40 type= 'visitors=[{{"name": "Anne Berg", "of": "NOR"}}]'""",
    "review.merge.help": """Say that records, or people, bodies or places, are one thing.

    Records are named by their id or that of a claim in them; `comity explain` shows ids.""",
    "review.merge.examples": """\b
    Examples:
      comity review merge 0f3a9c5b7d1e2f40 1b2c3d4e5f607182 -m "one visit" """,
    "review.split.help": """Say that a part of a record, or of a person or body, is another thing than the rest.

    The part is named by claims; for a person or body also by CLAIM/SLOT/INDEX.""",
    "review.split.examples": """\b
    Examples:
      comity review split 0f3a9c5b7d1e2f40 1b2c3d4e5f607182 -m "another year" """,
    "review.dismiss.help": """Say, with a reason, that a finding is no fault: it is told no more.""",
    "review.dismiss.examples": """\b
    Examples:
      comity review dismiss 0f3a9c5b7d1e2f40 -m "both ministers came" """,
    "review.undo.help": """Take back the last decision about a claim, a merge or split (its number), or a dismissal.""",
    "review.undo.examples": """\b
    Examples:
      comity review undo 0f3a9c5b7d1e2f40
      comity review undo 12                    the merge or split of this number""",
    "review.history.help": """Print what people decided about a claim, record, person or body, undone acts too.""",
    "review.history.examples": """\b
    Examples:
      comity review history 0f3a9c5b7d1e2f40""",
    "review.progress": "{decided} of {claims} decided.",
    "review.unknown": "no claim {claim} is held; `comity review list` shows their ids",
    "review.slot": "{slot} is no SLOT=VALUE of a {kind}; its slots are {slots}",
    "review.dismissed": "Finding {finding} is dismissed; take it back with: comity review undo {finding}",
    "review.reopened": "Finding {finding} is told again.",
    "review.judged": "Take it back with: comity review undo {number}",
    "review.unjudged": "Decision {number} is taken back.",
    "review.undone": "taken back by {by}, {at} UTC",
    "review.never": "nobody decided about {what}",
    "backup.help": """Copy the register to a file, also while others read and write it.

    The copy is a register itself, of one moment, and checked: use it with --db, or put it in the register's
    place.""",
    "backup.examples": """\b
    Examples:
      comity backup comity-2026-11-24.db
      comity dossier KAZ ISR --db comity-2026-11-24.db""",
    "backup.done": "{path}: {size}, whole",
    "doctor.help": """Examine the register: its file, documents, claims with their words, records and findings.

    The exit status is 1 when something is wrong. Nothing is changed without --repair.""",
    "doctor.examples": """\b
    Examples:
      comity doctor
      comity doctor --repair                   after an update: make everything again by the new rules""",
    "doctor.examining": "examining",
    "doctor.quick.help": "Do not resolve and check everything again for comparison.",
    "doctor.repair.help": "First make records, entities and findings again; claims and decisions stay.",
    "doctor.whole": "The register is whole: {held}.",
    "doctor.problems": "{problems}; --repair cures {curable} of them.",
    "export.help": """Write the whole register as JSON Lines: documents with their bytes, claims, decisions.

    Records and findings are made again by `comity import`. The form is told in docs/register.md.""",
    "export.examples": """\b
    Examples:
      comity export relations.jsonl
      comity export | gzip > relations.jsonl.gz""",
    "export.done": "{path}: {size}",
    "sheet.help": """All records of a kind as one table, whatever the states.

    A record is a row, a slot a column; ids and sources stand beside them. The columns are the same whatever is asked
    for; docs/guide.md tells of each. Without a kind: how many records there are of each.""",
    "sheet.examples": """\b
    Examples:
      comity sheet
      comity sheet visit > visits.csv
      comity sheet agreement --state KAZ --from 2001 -o agreements.xlsx
      comity sheet mission --format jsonl | head -3""",
    "sheet.state.help": "Only what this state has a part in, by code or name; of several all.",
    "sheet.from.help": "Only what touches this year, month or day, or later ones.",
    "sheet.to.help": "Only what touches this year, month or day, or earlier ones.",
    "sheet.xlsx": "a workbook is a file; name it with -o",
    "sheet.kind": "kind",
    "sheet.records": "records",
    "sheet.writing": "writing",
    "sheet.done": "{path}: {records}",
    "import.help": """Fill a new register with what `comity export` wrote.""",
    "import.examples": """\b
    Examples:
      comity import relations.jsonl --db new.db
      zcat relations.jsonl.gz | comity import - --db postgres://officer@localhost/relations""",
    "import.missing": "{path} is not there; check the spelling, or give - for stdin",
    "import.done": "{documents} imported.",
    "problems": "problem|problems",
    "help.options": "Options",
    "help.commands": "Commands",
    "help.arguments": "Arguments",
    "help.version": "Show the version and exit.",
    "help.help": "Show this message and exit.",
    "help.default": "default",
    "help.required": "required",
    "help.names": "OPTIONS COMMAND ARGS FILE FOLDER STATE DATE TIME NAME ID CLAIM NUMBER FINDING CODE DOCUMENT EARLIER "
    "LATER KIND PART SLOT VALUE TEXT WORD CORPUS ADDRESS N",
    "usage": "Usage",
    "usage.help": "Try '{command} --help' for help.",
    "usage.error": "Error",
    "brief.help": """Write the brief of two states: the note that is taken to a meeting.

    What matters most comes first and stays when room is short; every line is footnoted. A DOCX takes its look
    from the styles of a template: write ours with --write-template, change it in Word, and give it back.""",
    "brief.examples": """\b
    Examples:
      comity brief KAZ ISR                                  kaz-isr-en.docx, two pages
      comity brief KAZ ISR --lang ru --format pdf -o note.pdf
      comity brief KAZ ISR --format md --pages 1
      comity brief --write-template ours.docx
      comity brief KAZ ISR --template ours.docx""",
    "brief.pages.help": "Pages at most, of A4 as the PDF has them.",
    "brief.template.help": "A DOCX file whose styles, header and footer are used.",
    "brief.write_template.help": "Write our template to a file, and do nothing else.",
    "brief.template.bad": "{path} is no DOCX file; write one with `comity brief --write-template FILE`",
    "brief.template.form": "a template is for the form docx",
    "brief.states": "name two states, or --write-template FILE",
    "dossier.help": """Write the dossier of two states.

    States are ISO 3166-1 codes (KAZ, KZ) or names (Kazakhstan, Казахстан).""",
    "dossier.examples": """\b
    Examples:
      comity dossier KAZ ISR -o kaz-isr.html
      comity dossier KAZ ISR --lang ru --format md
      comity dossier KAZ ISR --as-of 2003 --known-at 2026-11-20""",
    "dossier.format.help": "Form of the output.",
    "dossier.as_of.help": "As things stood: without what began after this date (2003, 2003-05, 2003-05-17).",
    "dossier.known_at.help": "As it was known: without documents and decisions after this time, in UTC "
    "(2026-11-20, 2026-11-20T17:30).",
    "moment.register": "--as-of and --known-at are questions to the register; leave the documents out",
    "dossier.empty": "the register holds nothing about {a} ({a_name}) and {b} ({b_name}); {remedy}",
    "dossier.add_first": "add documents about them with `comity add FILE...`",
    "dossier.same": "a dossier is of two states; {a} was given twice",
    "dossier.written": "{path}: {size}",
    "state.unknown": "{code} is no state's code or name. {hint}",
    "state.meant": "Did you mean {names}?",
    "form.other": "{path}: `comity dossier` writes no such file. Use `{command}`.",
    "form.differs": "{path} does not end as a file of --format {form} does. Name another file, or leave --format out.",
    "export.twice": "A file was named twice. Name it once: comity export FILE, or -o FILE.",
    "state.suggest": "{code}? Did you mean {names}?",
    "state.name": "{code}, {name}",
    "state.or": " or ",
    "state.look": "Give an ISO 3166-1 code such as KAZ.",
    "serve.help": "Serve the register's site on this machine.",
    "serve.examples": """\b
    Examples:
      comity serve
      comity serve --port 8080 --db relations.db""",
    "serve.port.help": "Port on the loopback address; the next free one if it is taken.",
    "serve.at": "The site is at {address} (Ctrl-C stops it)",
    "serve.taken": "no port from {first} to {last} is free; name another with --port",
    "serve.link": "Sign in as its administrator, once, with {address}",
    "work.help": """Read and add what was handed over on the site, until stopped.

    `comity serve` starts one by itself; beside gunicorn run it as a service of its own. Several may run.""",
    "work.examples": """\b
    Examples:
      comity work
      comity work --once --db relations.db""",
    "work.once.help": "End when nothing waits.",
    "user.help": "Accounts of the site: who may sign in, and as what.",
    "user.examples": """\b
    Examples:
      comity user add jane --role reviewer
      comity user passwd jane
      comity user list""",
    "role.help": "What the account may do; each role may do what those before it may.",
    "user.add.help": "Make an account. The password is asked for twice, or read from stdin.",
    "user.passwd.help": "Give an account another password.",
    "user.role.help": "Give an account another role.",
    "user.list.help": "List the accounts.",
    "user.there": "there is an account {name} already; `comity user passwd` changes its password",
    "user.none": "there is no account {name}; `comity user list` shows them",
    "user.name": "{name} is no name for an account; use letters, digits and @ . + - _",
    "user.added": "{name} may sign in as {role}",
    "user.changed": "{name}: changed",
    "user.closed": "closed",
    "user.password": "Password",
    "user.again": "The same again",
    "token.help": "Tokens, by which programs use the site's API.",
    "token.examples": """\b
    Examples:
      comity token create nightly-import --user jane --role editor --days 90""",
    "token.create.help": "Make a token and print it. It is nowhere kept: only its hash is.",
    "token.user.help": "Whose token it is; what the program does is done in this name.",
    "token.days.help": "After how many days it ends [default: it does not].",
    "token.high": "{name} may not do what a token of the role {role} may",
    "column.name": "Name",
    "column.role": "Role",
    "column.state": "State",
    "column.last": "Last sign-in",
    "demo.help": """See the whole way on the shipped examples.

    Reads them into a fresh register in the folder demo, prints what came of it, writes dossiers and starts
    the site.""",
    "demo.examples": """\b
    Examples:
      comity demo
      DEMO_SERVE=0 comity demo                 without the site, for scripts""",
    "demo.serve.help": "Start the site at the end [default: yes, unless DEMO_SERVE=0].",
    "demo.folder.help": "Where the register and the dossiers go.",
    "demo.read": "Read {documents}: {claims}, {records}, {findings}.",
    "demo.kinds": "Claims by kind",
    "demo.dyads": "Dyads",
    "demo.found": "Findings",
    "demo.dossiers": "Dossiers",
    "demo.next": "Try: comity check --db {db}",
    "explain.help": """Print the way from the words to a claim: words, frame, slots. Or what made a thing what it is.

    A claim is named by its id; a record, person, body or finding by its id; people and bodies also by a name.
    Looked up in the documents named, or in the register.""",
    "explain.examples": """\b
    Examples:
      comity read page.html --format jsonl | head -1
      comity explain 0f3a9c5b7d1e2f40 page.html
      comity explain "K. Tokaev"               one person or several, and why""",
    "explain.unknown": "no claim {claim} in {where}, nor anything else of this id or name; "
    "`comity read FILE --format jsonl` shows the ids of claims",
    "explain.names": "Names",
    "explain.says": "Says",
    "explain.from": "From",
    "explain.differ": "Sources differ",
    "explain.one_claim": "one claim tells of it",
    "explain.one_name": "it is always called so",
    "explain.entity": "Entity",
    "explain.called": "Called",
    "explain.offices": "Offices",
    "explain.apart": "Not one with",
    "explain.more": "and {others}",
    "explain.finding": "Finding",
    "explain.rule": "The rule",
    "kind.person": "person",
    "kind.body": "body",
    "kind.enterprise": "enterprise",
    "kind.place": "place",
    "quoted": "“{words}”",
    "size.mb": "{size} MB",
    "size.kb": "{size} kB",
    "explain.register": "the register",
    "explain.files": "these documents",
    "explain.words": "Words",
    "explain.frame": "Read by",
    "explain.phrases": "Phrases",
    "explain.claim": "Claim",
    "explain.reader": "rule set {reader}",
    "explain.confidence": "Confidence",
    "explain.decision": "Decision",
    "explain.machine": "As read",
    "explain.record": "Record",
    "explain.alone": "the only claim about it",
    "explain.with": "with {others}",
    "explain.because": "Because",
    "explain.no_frame": "the frame left no account",
    "severity.error": "error",
    "severity.warning": "warning",
    "severity.info": "info",
    "column.document": "Document",
    "column.kind": "Kind",
    "column.says": "What it says",
    "column.words": "Its words",
    "column.line": "Line",
    "column.code": "Code",
    "column.severity": "Severity",
    "column.title": "What it finds",
    "column.number": "Number",
    "corpus.help": """Many documents as data: a folder of Parquet files that any tool reads, and SQL over it.

    For thousands of documents and no register: nothing is reviewed there and nothing has a history. docs/corpus.md
    tells the tables. Needs pip install 'comity[corpus]'.""",
    "corpus.examples": """\b
    Examples:
      comity corpus read pages/ -o relations        a folder of documents, on all cores
      comity corpus join relations                  records, entities and findings of all of them
      comity corpus ask relations                   which tables and columns there are
      comity corpus ask relations 'SELECT "from", "to", date, words FROM visit ORDER BY date_from'""",
    "corpus.read.help": """Read documents into a corpus.

    Stopped at any moment, the same command goes on from there. Documents that the corpus holds are passed over, by
    their bytes; what could not be read is tried once more.""",
    "corpus.read.examples": """\b
    Examples:
      comity corpus read pages/ -o relations
      comity corpus read pages/ -o relations --jobs 4
      comity corpus read /shared/pages -o relations --ray auto""",
    "corpus.output.help": "The folder of the corpus; made where there is none.",
    "corpus.ray.help": "Read on Ray: the cluster at the address (auto: this machine's), without one a Ray of its own. "
    "Needs pip install 'comity[ray]'.",
    "corpus.ray.jobs": "--jobs is for this machine, --ray for a cluster; name one of them",
    "corpus.again.help": "Take away what the corpus holds and read all anew.",
    "corpus.read.done": "{folder}: {read} read, {claims}; {held} already held, {failed} not readable",
    "corpus.join.help": """Make records, entities and findings of all claims of a corpus.

    They are tables of the corpus then, and are taken away when more documents are read into it.""",
    "corpus.join.examples": """\b
    Examples:
      comity corpus join relations
      comity corpus ask relations "SELECT code, count(*) FROM findings GROUP BY code" """,
    "corpus.join.done": "{folder}: {records}, {entities} entities, {findings}",
    "corpus.ask.help": """Ask a corpus in SQL; without a question, list its tables and columns.

    There is a view for each kind of claim. A date is told as EDTF, with the first and last day that it may mean beside
    it (date_from, date_to). "from", "to" and "in" are words of SQL and stand in double quotes.""",
    "corpus.ask.examples": """\b
    Examples:
      comity corpus ask relations "SELECT kind, count(*) FROM claims GROUP BY kind"
      comity corpus ask relations 'SELECT "from", "to", date FROM visit' --format csv > visits.csv
      comity corpus ask relations "SELECT * FROM trade" -o trade.parquet""",
    "corpus.format.help": "Form of the answer.",
    "corpus.ask.output.help": "Write the answer to a Parquet file.",
    "corpus.ask.more": "… {rest} more; --format csv writes all",
    "column.table": "Table",
    "column.columns": "Columns",
    "reading": "Reading",
    "read.none": "no claims; `--unread` lists what could not be read",
    "unread.none": "no sentence with a trigger was left unread",
    "error.permission": "{path}: not permitted; change its permissions or name another",
    "error.system": "{path}: {problem}; check the path and the disk",
    "error.output": "{path} cannot be written ({problem}); name another file with -o",
    "claims": "claim|claims",
    "records": "record|records",
    "documents": "document|documents",
    "findings": "finding|findings",
    "errors": "error|errors",
    "warnings": "warning|warnings",
    "gaps": "gap|gaps",
    "others": "other claim|other claims",
}
