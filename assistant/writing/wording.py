"""A statement as a model wrote it to a Statement of ours, or to the checks it failed.

The text is read as a row of keys, copied sentences, linking phrases and punctuation; what is none of these is
refused. Names, sums and outcomes come from the keys, copied words from the evidence byte for byte, and quotation
marks are set here, around the Ombudsman's own words only. So a statement that passes holds nothing of the model's but
the choice and the order. Its claims are checked afterwards like those of every other statement.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain import Citation, FailedCheck, Statement
from assistant.text import find_money, normalise
from assistant.writing.copying import Copy, Token, find_copies, tokenize
from assistant.writing.form import refused_forms
from assistant.writing.linking import AFTER, LONGEST_LINK, WORDS
from assistant.writing.material import Material, Slot, SlotKind, Subject, Words
from assistant.writing.reasons import reason_for
from assistant.writing.reply import WrittenStatement

_SENTENCE_ENDS = frozenset(".;")
_MARKS = frozenset(".,;:()-\"'")
# How a sentence of our digests begins where it may lose its capital behind a colon: no name begins so.
_OPENER = re.compile(
    r"(?:an?|the|its?|in|on|at|after|before|when|while|because|although|this|that|these|there|they|their|he|his|she|her"
    r"|one|two|some|both|for|from|during)\b",
    re.IGNORECASE,
)
# A sentence that begins so says of whom or what in the sentence before it.
_POINTS_BACK = re.compile(
    r"[“\"‘'(]*(?:its?|they|their|them|he|his|she|her|this|that|these|those|both|such|there|then|instead|however|but|so)\b",
    re.IGNORECASE,
)
_KEY = re.compile(r"[a-z]+-[A-Z0-9]{4}")
_SENTENCES_AT_MOST = 6
# The reading goes as deep as there are words, and Python not much deeper.
_TOKENS_AT_MOST = 350
_REWRITTEN_SENTENCES = 3


@dataclass(frozen=True)
class Worded:
    """A statement that was read: ``statement`` in our form with its ``subject``, or None and why in ``failures``.

    ``is_rewritten`` is True where only the choice of sentences is the model's.
    """

    written: WrittenStatement
    statement: Statement | None = None
    subject: Subject | None = None
    failures: tuple[FailedCheck, ...] = ()
    is_rewritten: bool = False


@dataclass(frozen=True)
class _Piece:
    """A part of a text that was understood: a slot, a copy, a phrase or a mark; ``kind`` is what a phrase may ask."""

    kind: str
    text: str
    slot: Slot | None = None
    copy: Copy | None = None
    follows: frozenset[str] | None = None


def word_statement(written: WrittenStatement, material: Material) -> Worded:
    """Read one statement; it passes whole or not at all."""
    text = unicodedata.normalize("NFC", written.text)
    forms = [*refused_forms(text), *(found for quote in written.quotes for found in refused_forms(quote.words))]
    if forms:
        return _refused(written, forms)
    tokens = tokenize(text)
    if len(tokens) > _TOKENS_AT_MOST:
        return _refused(written, [("length", f"{len(tokens)} words and marks")])
    named = [(token, material.slots.get(token.value)) for token in tokens if token.kind == "slot"]
    problems = list(_key_problems(written, material, named))
    if problems:
        return _refused(written, problems)
    cases = _cases_by_token(tokens, material)
    if isinstance(cases, str):
        return _refused(written, [("one case", cases)])
    subject = _subject(material, named)
    if subject is None:
        return _refused(written, [("one case", "the statement names no case, or more than one")])
    pieces = _read(tokens, 0, cases, material, {})
    if isinstance(pieces, int):
        return _refused(written, [("words", _words_from(text, tokens, pieces))])
    problems = [*_left_out(text, subject), *_order_problems(pieces), *_repetitions(pieces), *_second_sums(pieces)]
    problems += _quote_problems(written, material, subject)
    if problems:
        return _refused(written, problems)
    statement = Statement(subject.role, _render(pieces), _citations(pieces, written, material))
    return Worded(written, statement, subject)


def _refused(written: WrittenStatement, found: Sequence[tuple[str, str]]) -> Worded:
    return Worded(
        written, failures=tuple(FailedCheck(written.text, check, what, reason_for(check)) for check, what in found)
    )


def rewrite_statement(written: WrittenStatement, material: Material) -> Worded | None:
    """A statement that failed, made anew from the evidence: its case, and the sentences that it chose as proof.

    Only the choice is the model's. None where it speaks of no case or of several, or chose no sentence of the case.
    """
    keys = {*_KEY.findall(written.text), *written.keys, *(quote.key for quote in written.quotes)}
    cases = {found.case for key in keys if (found := material.slots.get(key) or material.words.get(key))}
    subject = next((each for each in material.subjects if {each.case} == cases), None)
    if subject is None:
        return None
    chosen = [words for words in subject.words if words.key in {quote.key for quote in written.quotes}]
    kept: list[Words] = []
    for words in chosen:
        if not _points_back(words) or (kept and kept[-1].text == words.behind):
            kept.append(words)
    text = _form_of_rewriting(subject, kept[:_REWRITTEN_SENTENCES])
    if not kept or text is None:
        return None
    worded = word_statement(WrittenStatement(text=text), material)
    return replace(worded, written=written, is_rewritten=True) if worded.statement else None


def _form_of_rewriting(subject: Subject, sentences: Sequence[Words]) -> str | None:
    """``[case], [outcome], about [issue]: sentences. The remedy was [money].`` with what the case has."""
    slots = {slot.kind: f"[{slot.key}]" for slot in subject.slots}
    named = slots.get(SlotKind.CASE) or slots.get(SlotKind.POINT)
    if named is None:
        return None
    outcome = slots.get(SlotKind.OUTCOME) if any(key.startswith(SlotKind.OUTCOME.value) for key in subject.must) else ""
    issue = slots.get(SlotKind.ISSUE) if SlotKind.CASE in slots else ""
    head = named + (f", {outcome}" if outcome else "") + (f", about {issue}" if issue else "")
    money = f" The remedy was {slots[SlotKind.MONEY]}." if SlotKind.MONEY in slots else ""
    joined = " ".join(words.text for words in sentences)
    return f"{head}{':' if SlotKind.CASE in slots else ''} {joined}{money}"


# --------------------------------------------------------------------------- keys and cases


def _key_problems(
    written: WrittenStatement, material: Material, named: Sequence[tuple[Token, Slot | None]]
) -> Iterator[tuple[str, str]]:
    for token, slot in named:
        if slot is None:
            yield "keys", token.value
    known = material.slots.keys() | material.words.keys()
    for key in written.keys:
        if key not in known:
            yield "keys", key
    for quote in written.quotes:
        if quote.key not in material.words:
            yield "keys", quote.key


def _cases_by_token(tokens: Sequence[Token], material: Material) -> list[str | None] | str:
    """For each token the case its sentence is about; a text that says what is wrong where that is not one case."""
    cases: list[str | None] = []
    current: str | None = None
    for sentence in _sentences(tokens, material):
        slots = [material.slots[token.value] for token in sentence if token.kind == "slot"]
        naming = {slot.case for slot in slots if slot.kind in (SlotKind.CASE, SlotKind.POINT)}
        if len(naming) > 1:
            return "two cases in one sentence"
        current = naming.pop() if naming else current
        strange = [slot.key for slot in slots if slot.case != current]
        if strange:
            return f"{strange[0]} belongs to another case than the sentence names"
        cases += [current] * len(sentence)
    return cases


def _sentences(tokens: Sequence[Token], material: Material) -> Iterator[list[Token]]:
    """Cut behind each full stop and semicolon, and around a point, which is a sentence of its own."""
    sentence: list[Token] = []
    for token in tokens:
        is_point = token.kind == "slot" and material.slots[token.value].kind is SlotKind.POINT
        if is_point and sentence:
            yield sentence
            sentence = []
        sentence.append(token)
        if is_point or (token.kind == "mark" and token.value in _SENTENCE_ENDS):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _subject(material: Material, named: Sequence[tuple[Token, Slot | None]]) -> Subject | None:
    cases = {slot.case for _, slot in named if slot is not None}
    if len(cases) != 1:
        return None
    return next((subject for subject in material.subjects if subject.case in cases), None)


def _left_out(text: str, subject: Subject) -> Iterator[tuple[str, str]]:
    for key in subject.must:
        if f"[{key}]" not in text:
            yield "left out", key


def _order_problems(pieces: Sequence[_Piece]) -> Iterator[tuple[str, str]]:
    """A copied "It agreed to pay" must stand straight behind the sentence it stands behind in the evidence."""
    before = ""
    for piece in pieces:
        if piece.slot:
            before = ""
        elif piece.copy:
            words = piece.copy.source
            if _points_back(words) and before != words.behind:
                yield "words", f"“{words.text}” must follow the sentence before it"
            before = words.text


def _repetitions(pieces: Sequence[_Piece]) -> Iterator[tuple[str, str]]:
    """What is said twice looks like two things: two payments, two faults. Only the case may be named again."""
    said = Counter(piece.text for piece in pieces if piece.copy or (piece.slot and piece.kind != SlotKind.CASE.value))
    yield from (("repeated", text) for text, times in said.items() if times > 1)
    if sum(piece.copy is not None for piece in pieces) > _SENTENCES_AT_MOST:
        yield "length", f"more than {_SENTENCES_AT_MOST} sentences"


def _second_sums(pieces: Sequence[_Piece]) -> Iterator[tuple[str, str]]:
    """A sum straight behind a sentence that names one would look like a second: "the remedy was" must stand before."""
    names_sum = any(piece.copy and find_money(piece.text) for piece in pieces)
    before = ""
    for piece in pieces:
        if piece.kind == SlotKind.MONEY.value and before == WORDS and names_sum:
            yield "repeated", piece.text
        before = piece.kind if piece.kind != "mark" else before


def _points_back(words: Words) -> bool:
    return bool(words.behind) and _POINTS_BACK.match(words.text) is not None


def _quote_problems(written: WrittenStatement, material: Material, subject: Subject) -> Iterator[tuple[str, str]]:
    for quote in written.quotes:
        words = material.words[quote.key]
        if words.case != subject.case:
            yield "quotes", f"{quote.key} belongs to another case"
        elif normalise(quote.words).rstrip(".") not in normalise(words.text):
            yield "quotes", quote.words


# --------------------------------------------------------------------------- reading the row


def _read(
    tokens: Sequence[Token], index: int, cases: Sequence[str | None], material: Material, seen: dict[int, int]
) -> tuple[_Piece, ...] | int:
    """The pieces from ``index`` on, or the place of the first token that could not be read, whatever was tried."""
    if index == len(tokens):
        return ()
    if index in seen:
        return seen[index]
    furthest = index
    for piece, after in _options(tokens, index, cases, material):
        rest = _read(tokens, after, cases, material, seen)
        if not isinstance(rest, int):
            if _may_precede(piece, rest):
                return (piece, *rest)
        else:
            furthest = max(furthest, rest)
    seen[index] = furthest
    return furthest


def _options(
    tokens: Sequence[Token], index: int, cases: Sequence[str | None], material: Material
) -> Iterator[tuple[_Piece, int]]:
    """What the text may be from ``index`` on, the longest first, with the place behind it."""
    token = tokens[index]
    if token.kind == "slot":
        slot = material.slots[token.value]
        yield _Piece(slot.kind.value, slot.text, slot=slot), index + 1
        return
    if token.kind == "mark":
        if token.value in _MARKS:
            yield _Piece("mark", "" if token.value in "\"'" else token.value), index + 1
        return
    sources = [words for words in material.words.values() if words.case == cases[index]]
    for copy in find_copies(tokens, index, sources):
        yield _Piece(WORDS, copy.source.text, copy=copy), copy.until
    for length in range(min(LONGEST_LINK, len(tokens) - index), 0, -1):
        words = tuple(one.value for one in tokens[index : index + length])
        follows = AFTER.get(words)
        if follows is not None:
            yield _Piece("link", " ".join(words), follows=follows), index + length


def _may_precede(piece: _Piece, rest: Sequence[_Piece]) -> bool:
    """Whether a piece may stand before the next: a phrase before what it asks, a sum never straight behind words."""
    if piece.kind == "link":
        following = next((one for one in rest if one.kind != "mark"), None)
        if following is None:
            return False
        return following.kind == "link" or following.kind in (piece.follows or ())
    if piece.kind == WORDS and rest:
        return rest[0].kind in ("mark", "link", SlotKind.POINT.value)
    return True


def _words_from(text: str, tokens: Sequence[Token], index: int) -> str:
    """The words that could not be read, for whoever reads the refusal: at most eight of them."""
    if index >= len(tokens):
        return text[tokens[-1].start :] if tokens else text
    last = min(index + 8, len(tokens)) - 1
    return text[tokens[index].start : tokens[last].end]


# --------------------------------------------------------------------------- writing it out


def _render(pieces: Sequence[_Piece]) -> str:
    said = ""
    for number, piece in enumerate(pieces):
        if not piece.text:
            continue
        if piece.kind == "mark":
            said = _with_mark(said, piece.text)
            continue
        words = _copied(piece, said) if piece.copy else piece.text
        previous = next((one.kind for one in reversed(pieces[:number]) if one.text), "")
        if previous == SlotKind.CASE.value and piece.kind != "link":
            said += ":"
        if _ends_sentence(said) or (piece.kind == "link" and not said):
            words = words[0].upper() + words[1:]
        said += words if not said or said.endswith("(") else f" {words}"
    said = " ".join(said.split()).rstrip(",;:-–")
    return said if _ends_sentence(said) else f"{said.rstrip()}."


def _with_mark(said: str, mark: str) -> str:
    """A mark behind what is said: one full stop is enough, and before another mark it goes."""
    if mark == "(":
        return f"{said} ("
    if mark == "-":
        mark = " –"
    elif _ends_sentence(said) and mark == ".":
        return said
    if mark in ",;: –" and _ends_sentence(said):
        said = f"{said[:-2]}”" if said.endswith("”") else said[:-1]
    return said + mark if said and (mark == ")" or not said.endswith(mark)) else said


def _ends_sentence(said: str) -> bool:
    return said.rstrip().endswith((".", ".”"))


def _copied(piece: _Piece, before: str) -> str:
    """Copied words: the Ombudsman's in quotation marks, ours without a capital in the middle of a sentence."""
    assert piece.copy is not None  # noqa: S101 -- the caller looked; this tells the type checker
    text = piece.text
    if piece.copy.source.is_ombudsmans:
        return f"“{text}”"
    inside = before and not _ends_sentence(before)
    return text[0].lower() + text[1:] if inside and _OPENER.match(text) else text


def _citations(pieces: Sequence[_Piece], written: WrittenStatement, material: Material) -> tuple[Citation, ...]:
    """What the statement rests on: the copied sentences, the template's proof of the slots, the quotes asked for."""
    found = [piece.copy.source.citation for piece in pieces if piece.copy]
    found += [citation for piece in pieces if piece.slot for citation in piece.slot.citations]
    found += [material.words[quote.key].citation for quote in written.quotes]
    return tuple(dict.fromkeys(found))
