"""The texts of ``python -m assistant --help``: the manual of each command."""

EPILOG = """\
examples:
  python -m assistant ask "what remedy is typical for an unredacted address"
  python -m assistant ask "how much for two terms without school" --export answer.docx
  python -m assistant ask --json "home carers missed visits, what was refunded?"
  python -m assistant ask "late education plan" --body Kent --outcome upheld --from 2022 --min 500
  python -m assistant batch questions.jsonl > answers.jsonl
  python -m assistant batch - < questions.jsonl
  python -m assistant check letter.txt
  python -m assistant check --json - < answer-of-another-chatbot.md
  python -m assistant feedback --since 2026-11-01

environment:
  REDRESS_HOME      directory of the casebook (default ~/.local/share/redress); where there is
                    no casebook, the starter casebook is built there, which takes seconds
  REDRESS_ENCODER   folder of another sentence-transformers model (default: bundled all-MiniLM-L6-v2)
  REDRESS_ENCODING  how it computes: auto, exact, quick, or reference (default auto; see
                    docs/encoding.md)
  REDRESS_CACHE     directory of files made of its weights, made again where it is emptied
                    (default ~/.cache/redress)
  REDRESS_THREADS   threads for the encoder (default 1)
  REDRESS_MODEL     provider:name of a chat model that may word the answer (default: none; see
                    docs/models.md), e.g. ollama:llama3.1 or openai:gpt-4.1; then REDRESS_MODEL_URL
                    is its address where it is not the provider's own, REDRESS_MODEL_KEY the key for
                    that address, and REDRESS_MODEL_TIMEOUT the seconds it has (default 60)

exit codes: 0 answered (also where nothing comparable is held), feedback shown (also where there is
              none), or checked with nothing contradicted and every case held ·
            1 checked, and something is contradicted or not held · 2 settings · 3 casebook ·
            4 encoder or index · 5 a file that cannot be read or written · 6 question
"""

CHECK_DESCRIPTION = """\
Check a draft: a complaint, a council's reply or another chatbot's answer. Every reference, sum, rate, total,
date, quotation, paragraph number, body, outcome, finding, payee, purpose and status in it is found with its
line and column and compared with the decisions held. Each is called

  supported      a decision held says so; the passage is shown
  CONTRADICTED   the decision says otherwise; what it says is shown
  NOT HELD       the reference is not in the casebook; near ones are named, and are other cases
  not checkable  it belongs to no decision that can be told, or what is held does not tell it
"""
CHECK_EPILOG = """\
What is supported was found in a decision that is held. It does not make a letter right: what is said in other
words, and whether a case is like yours, is not checked. Nothing of the text is stored or sent anywhere.

exit codes: 0 nothing contradicted and every case held · 1 something contradicted or not held ·
            2 settings · 3 casebook · 4 encoder or index · 5 file that cannot be read, or too long
"""
FEEDBACK_DESCRIPTION = """\
Show what users said of answers on the page ("Was this useful?"): how many were useful or wrong and what
was wrong with them, then each judgement with its time, how the answer ended, the decisions it cited, the
comment, and the question where the user agreed to that. With --json the answer's words too, where they
are kept. It reads feedback.jsonl in the directory of the casebook, and changes nothing.
"""
FEEDBACK_EPILOG = """\
A line that cannot be read is counted and named, and stays in the file. Personal details were blanked
before anything was written; a comment may still tell more than its writer meant, so keep it to yourself.

examples:
  python -m assistant feedback
  python -m assistant feedback --since 2026-11-01
  python -m assistant feedback --json > feedback.json

exit codes: 0 shown, also where there is no feedback yet · 2 settings · 5 the file cannot be read
"""
