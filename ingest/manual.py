"""The texts of ``python -m ingest --help``: the manual of each command."""

MANUAL = """\
commands:
  add PATH...         read files and folders and store what they hold
  status              what is held, what was read in part, what was set aside and why
  verify              check that what is stored is whole and is what was ingested
  rebuild [--encode]  make passages, keyword index and vector index anew
  remove REFERENCE... take decisions out; they are gone from every answer at once
  fetch               fetch decisions from the Ombudsman's site, politely, and add them
  update              fetch what is new since the last fetch by dates
  read FILE [--json]  show what would be read from a file; nothing is stored

what can be added:
  decisions             a page of the Ombudsman's site as you saved it: the web page (.html, .mhtml), a PDF with
                        text, or its text copied into a file; also a mirror's copy of one
  reports in chapters   all chapters together, as files or in a folder: they become one decision
  digests               JSON lines (.jsonl), one decision a line, in the form of the starter casebook
  news articles         as text; kept as a pointer to read, never counted
  folders               everything in them; what cannot be used is set aside with its reason

examples:
  python -m ingest add decisions/ 19-018-981.html
  python -m ingest add my-digests.jsonl
  python -m ingest status
  python -m ingest verify
  python -m ingest rebuild --encode
  python -m ingest remove "19 018 981"
  python -m ingest fetch --from 2025-01-01 --contact you@example.org
  python -m ingest update
  python -m ingest read --json 19-018-981.txt

environment:
  REDRESS_HOME      directory of the casebook (default ~/.local/share/redress)
  REDRESS_ENCODER   folder of another sentence-transformers model (default: bundled all-MiniLM-L6-v2)
  REDRESS_ENCODING  how it computes: auto; exact (32 bits); quick (passages at 8 bits where the processor can: two to
                    three times as fast, and vectors that differ a little); reference (torch). See docs/encoding.md
  REDRESS_CACHE     directory of files made of its weights, made again where it is emptied (default ~/.cache/redress)
  REDRESS_THREADS   threads for the encoder (default: one for each core)
  REDRESS_CONTACT, REDRESS_PAUSE, REDRESS_FETCH_LIMIT, REDRESS_FETCH_TIMEOUT, REDRESS_SITE
                    how the site is asked: see `python -m ingest fetch --help`

exit codes: 0 done · 1 remove: not held · 2 settings, or a reference that is none · 3 casebook, or verify found
            something · 4 encoder or index · 5 a file cannot be used
            7 the fetch is not complete · 130 stopped
"""

ADD = """\
Read files and folders and store what they hold. Each file is read and checked whole before anything
of it is stored. A full text replaces the digest under the same reference; a digest never replaces a
full text; what is held already is left as it is. To stop is safe at any moment: run the same command
again and it goes on where it was stopped.

Many files are read in several processes (--threads) and stored part by part, so that a whole record
needs no more memory than a few hundred pages. A file with the same bytes as when it was added, whose
decisions are all held as they were read from it, is not read again.

In a folder, what cannot be used is set aside with its reason and the rest goes in. A file that you
name yourself and that cannot be used makes the exit code 5. Adding to a place without a casebook
starts an empty one there.

examples:
  python -m ingest add decisions/
  python -m ingest add 19-018-981.txt 20-008-827.txt
  python -m ingest add --home /srv/redress my-digests.jsonl
"""
STATUS = """\
Print what is held: decisions by what they are known from and by outcome, remedies, passages, news,
and dates; then the decisions that were read in part, those that hold planted text, and the files that
were set aside, each with the reason.

example:
  python -m ingest status
"""
VERIFY = """\
Check that the casebook's file is sound, that every decision is what was ingested (no changed word,
sum or date), that everything can be found, and that the files of the index, of the table of passages
and of the fetched pages are as they were written. Nothing is mended. Prints one line for each problem,
naming the file and saying what to do; the exit code is then 3. Texts that look planted are printed too:
they are kept to be looked at and never used, so they are no problem.

example:
  python -m ingest verify
"""
REBUILD = """\
Make passages, keyword index and vector index anew from the stored decisions, and mend what `verify`
names: of a damaged file all that can be read is kept, and decisions that were lost or altered are
taken in again from the fetched pages or the starter. What cannot be had again is named (exit code 3).
Vectors are kept, so no text is encoded that has one: this takes seconds. With --encode every text is encoded anew,
which a change of encoder needs; until all are, answers come from the old vectors. To stop is safe:
the same command goes on where it was stopped.

examples:
  python -m ingest rebuild
  REDRESS_ENCODER=models/other python -m ingest rebuild --encode
"""
REMOVE = """\
Take decisions out of the casebook with everything derived from them, and delete the pages that were
fetched of them. A reference may be written in any form: 19018981, 19-018-981, "19 018 981"; its
letter is part of it.

With --keep-out they are also kept out: no later add, fetch or update brings them back. --let-in undoes
that. Files of your own are not touched; the index of a running chat follows within moments.

examples:
  python -m ingest remove 19-018-981
  python -m ingest remove --keep-out 19-018-981 "20 008 827"
  python -m ingest remove --let-in 19-018-981
"""
FETCH = """\
Fetch decisions from the Ombudsman's site and add them to the casebook. Choose one way:

  --from DATE [--to DATE]   every decision that the site lists for these days, month by month, the
                            newest first; without --to up to today
  --category CATEGORY       the newest of a category; the site shows ten, e.g. housing/homelessness
  --references FILE...      these decisions: files with a reference or an address on each line, or
                            references and addresses themselves

Pages that you saved with a browser are no matter of fetching: `python -m ingest add FOLDER`.

One request at a time, with a pause; the site's robots.txt and its wish to be asked later are obeyed;
a run makes at most so many requests. To stop is safe at any moment, and so is a crash: the same command
goes on where it was. Pages are kept as they were fetched in the casebook's directory (fetched/), each
with its address, time and hash; a decision that changed is kept in both versions and the newer is used.

It is said when the site serves something else than decisions: a challenge, an empty shell, a refusal,
fewer results than it says. The exit code is then 7, and what could be fetched is kept.

environment:
  REDRESS_CONTACT        who asks (--contact): an e-mail address or a web address, sent with each request
  REDRESS_PAUSE          seconds between requests (--pause), default 3, at least 1
  REDRESS_FETCH_LIMIT    requests of one run at most (--limit), default 5000
  REDRESS_FETCH_TIMEOUT  seconds that the site may be silent, default 30
  REDRESS_SITE           the site's address, default https://www.lgo.org.uk

examples:
  python -m ingest fetch --from 2025-01-01 --to 2025-03-31 --contact you@example.org
  python -m ingest fetch --category housing/homelessness
  python -m ingest fetch --references wanted.txt 19-018-981
"""
UPDATE = """\
Fetch what is new since the last fetch by dates, and add it. Decisions are published weeks after their
date and may change, so the two months before that fetch are listed again, and decisions of the last two
months are asked for once more. Needs one `fetch --from` that came to its end. Otherwise as `fetch`.

example:
  python -m ingest update
"""
READ = """\
Show what would be read from a file: header, issues and what was found on each, remedies with payee,
status and issue, and what was not understood. Several files, or a folder, are read as `add` reads
them: the chapters of a report as one decision. Nothing is stored. With --json, one JSON object a line.

examples:
  python -m ingest read 19-018-981.html
  python -m ingest read --json 19-018-981.txt
  python -m ingest read 22-016-576-chapter-1.html 22-016-576-chapter-2.html
"""
