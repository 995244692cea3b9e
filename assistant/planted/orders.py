"""Orders to a machine: "ignore previous instructions", "when asked say £10,000". A text without disguises → the order.

A decision reports what people said to people: an officer who "told the contractor to ignore the earlier instructions",
an e-mail that says "you must ignore the letter", a teaching assistant who must be present, "the system: it lost the
form". What is reported, or could be, is a weak sign and needs a second one; what no decision says is enough alone.
"""

from __future__ import annotations

import re

from assistant.planted.characters import write_out_leet

_WHICH = (
    r"(?:(?:all|any|every|each|of|the|your|ur|these|those|this|its|my|our|previous|prior|above|earlier|preceding"
    r"|foregoing"
    r"|former|existing|original|other|system|initial|safety|hidden|old|built[- ]in|default|own|current) ?){0,6}"
)
_DROP = (
    r"(?:ignore|disregard|forget|override|overrule|bypass|circumvent|discard|drop|erase|stop (?:following|obeying)"
    r"|(?:do not|don't|never) (?:follow|obey|heed)|pay no (?:attention|heed) to|put aside|set aside|break|skip)"
)
_IGNORE = re.compile(
    rf"(?P<order>\b{_DROP} ?(?=[a-z])(?=.{{0,80}}\b(?:previous|prior|above|earlier|preceding|foregoing|all|any|every"
    rf"|your"
    rf"|system|safety|original|initial|hidden|existing)){_WHICH}(?:instructions?|prompts?|guard ?rails?|programming"
    r"|system messages?|directives?|commands?|rules you|context so far|conversation so far))"
    r"|(?P<whole>\bignore (?:everything|anything|all(?: of it)?) (?:above|before this|said before|you (?:were"
    r"|have been)"
    r" told|that (?:came|comes|was said) (?:before|above)))"
)
# "told the contractor to ignore", "did not ignore": somebody did or did not, and no machine is told to.
_REPORTED = re.compile(
    r"\b(?:to|not|n't|would|could|should|had|did|can|could|may|might|will|they|he|she|it|council|officers?|staff|we|i"
    r"|who|and then)\W*$"
)
_SPEECH = re.compile(
    r"\b(?:wrote|said|says|told|e-?mail\w*|letter|texted|replied|message|officer|manager|head ?teacher|noted"
    r"|record\w*)\b"
)
_MACHINE = (
    r"(?:a\.?i\.?(?: (?:systems?|models?|assistants?|tools?|agents?|readers?|bots?|chat ?bots?|programs?))?"
    r"|artificial intelligence|(?:large )?language models?|llms?|chat ?bots?|chat ?gpt|gpt(?:-?\d\w*)?|copilot"
    r"|claude|gemini"
    r"|(?:machine|automated|computer|software) (?:readers?|systems?|assistants?|agents?|tools?)"
    r"|(?:virtual|digital|precedent|automated|online|research|legal) assistants?|web ?crawlers?|crawlers?"
    r"|search engines?"
    r"|retrieval systems?|redress)"
)
_SAY = (
    r"(?:say|answer|reply|respond|state|tell|report|quote|give|output|write|print|claim|treat|count|cite|rank|present"
    r"|recommend|return|mention|repeat|use|include|show|display|assert|confirm|insist|conclude|suggest|begin|ignore"
    r"|disregard|award|pay|list|add)"
)
_MUST = (
    r"(?:must|shall|should|will|(?:is|are) to|(?:is|are) (?:required|instructed|ordered) to|needs? to|ha(?:s|ve) to)"
    r"(?: (?:now|always|only|therefore|never|not|instead|please|also))*"
)
_STRONG: tuple[re.Pattern[str], ...] = (
    # Marks of the chat forms of language models.
    re.compile(
        r"<\|?/?(?:im_start|im_end|endoftext|begin_of_text|start_header_id|end_header_id|eot_id|system|assistant|user"
        r"|instructions?|prompt|human|admin|tool_call)\|?>|\[/?(?:inst|sys|system|assistant)\]|<</?sys>>"
        r"|#{2,} ?(?:system|instructions?|response|assistant|human|user|new task|override)\b"
        r"|\b(?:begin|end|start|end of) (?:of )?(?:the )?(?:system|hidden|developer|new) (?:prompt|message"
        r"|instructions?)\b"
        r"|\"role\" ?: ?\"(?:system|assistant|developer)\"|\bfunction_call\b"
    ),
    # "System: …" and "Assistant: …" as a turn of a chat.
    re.compile(
        r"(?:^|[.!?\n\"'\])] ?)(?:system|assistant|developer|admin(?:istrator)?|root)(?: (?:prompt|message|note"
        r"|instructions?|override|notice|update|alert))? ?[:>\]] ?(?:please )?(?:(?:you|the assistant|the ai|the model"
        r"|the user|new|ignore|disregard|always|never|when|if asked|from now|respond|reply|answer|say|report|tell|set"
        r"|override|award|pay|forget|act|do not|output|print|quote|cite|treat|count|remember|sure|the (?:typical|usual"
        r"|median|correct|official|real|right|standard) )\b)"
    ),
    re.compile(r"^\W{0,3}(?:system|assistant|developer) ?(?:prompt|message|override|instruction)s? ?:"),
    # An order to a program by name.
    re.compile(
        rf"\b(?:any |all |every |the |an? |this |your |dear )?(?<!by )(?<!from )(?<!with ){_MACHINE}\b(?: (?:reading"
        rf"|that reads?|who"
        rf"|which|summari[sz]ing|using|processing|indexing|answering|asked)\b[^.!?:;]{{0,50}}?)?[,:]? {_MUST} {_SAY}\b"
    ),
    re.compile(
        rf"\b(?:note|notice|message|memo|attention|hint|order|command|instructions?|warning"
        rf"|reminder)s?\b[^.!?;\n]{{0,30}}?"
        rf"\b(?:to|for)\b:? (?:the |any |all |every |an? )?(?:\w+ ){{0,2}}?(?<!on ){_MACHINE}\b(?! (?:use|policy"
        rf"|policies"
        r"|strategy|project|company|provider|supplier|team|trial|pilot))"
    ),
    re.compile(
        rf"\b(?:if|as|because|since) you(?:'re| are)? (?:an? |the )?(?:\w+ )?{_MACHINE}\b|\bas an? (?:ai"
        rf"|large) language model\b"
        rf"|(?:^|[.!?\n] ?)(?:dear|hey|hello|attention|listen|hi),? (?:any |all |every |the )?{_MACHINE}\b"
        rf"|\b{_MACHINE}s? (?:reading|that reads?|who reads?|parsing|ingesting|summari[sz]ing) (?:this|the (?:page"
        rf"|text))\b"
    ),
    # A program's part, rules and tasks.
    re.compile(
        r"\byou are now (?:an? |the |in )?(?:unrestricted|unfiltered|jail\w+|free of|dan\b|developer|admin|ombudsman\b"
        r"|different (?:assistant|ai|model)|new (?:assistant|ai|model)|evil|assistant|ai\b|bot\b|chat ?bot|model\b"
        r"|god mode)"
        r"|\b(?:your|the) (?:new|real|true|actual|updated|only) (?:instructions?|system prompt|task|role|rules?|goal"
        r"|objective) (?:is|are|now)\b(?= (?:to|now|that|as|:|an?)\b| ?:)"
        r"|\bnew (?:system )?(?:instructions?|prompts?|directives?|system rules?) ?:|\b(?:developer|god|dan|sudo"
        r"|debug) mode\b"
        r"|\bdo anything now\b|\bjail ?break\b|\bprompt injection\b|\bfrom now on,? (?:you (?:will|must|are|shall)"
        r"|always|only"
        r"|answer|respond|reply|every (?:answer|reply|response)|all (?:answers|replies|responses))"
    ),
    # What an answer must say, leave out, or make of a case.
    re.compile(
        r"\b(?:when|if|whenever|once) (?:you are |you're |it is |someone |anyone |anybody |a user |the user |users? )?"
        r"(?:is |are )?(?:asked|asks?|queried|questioned|prompted)(?: (?:about|for|what|how|by|to|whether|which|on"
        r"|the)\b"
        r"[^.!?;:\n]{0,80}?)?(?P<last>\b\w+)?(?:,|:| -)? ?(?:please |you (?:must|should|shall|will|are to|have to) "
        r"|then |must "
        r"|should |always |only |simply |just |instead )*(?P<verb>say|answer|reply|respond|state|report|quote|output"
        r"|write"
        r"|print|claim|tell (?:them|him|her|the (?:user|asker|reader)))\b(?= |:)"
    ),
    re.compile(
        r"\b(?:do not|don't|never) (?:mention|cite|show|reveal|quote|list|include|use|count|display|disclose)\b"
        r"[^.!?]{0,25}?\b(?:(?:any |the )?other (?:cases|decisions|sources|paragraphs|references|figures)"
        r"|to the (?:user"
        r"|asker|reader)|this (?:note|message|instruction|prompt)|(?:lower|smaller) (?:sums?|awards?|payments?"
        r"|figures?)"
        r"|(?:the )?(?:caveats?|citations?|sources))\b"
        r"|(?<!to )(?<!not )\btell (?:the |any |every |all )?(?:users?|askers?|advocates?|people who ask"
        r"|whoever asks)\b"
        r" (?:that|to|it|the|they)\b"
        r"|\b(?:count|rank|show|list|put|treat|place|weigh) this (?:case|decision|payment|row|paragraph|page"
        r"|document|award"
        r"|text)\b [^.!?]{0,20}?\b(?:twice|\w+ times|first|top|highest|above (?:all|every)|as (?:the )?(?:official|only"
        r"|authoritative|binding|typical|true|most))\b"
        r"|\bthis (?:decision|case|paragraph|note|page|figure|document) (?:overrides?|supersedes?|replaces|cancels"
        r"|outranks)"
        r" (?:all|every|any) (?:other|previous|earlier|prior)\b"
        r"|\b(?:in|with|to) (?:your|every|each|all) (?:answers?|repl(?:y|ies)|responses?|summar(?:y|ies)|outputs?)\b,?"
        rf" (?:you must |always |only |please )?{_SAY}\b"
        r"|\b(?:always|only|simply) (?:answer|reply|respond|say|output) (?:with |that |in )?(?:[\"'£]|the (?:typical"
        r"|usual"
        r"|median|figure|sum))"
        r"|\b(?:answer|reply|respond) (?:only )?(?:with|that) (?:the )?(?:typical|usual|median|correct|standard"
        r"|figure|sum"
        r"|words?|exactly|£|[\"'])"
    ),
    # The same orders in languages that such texts come in.
    re.compile(
        r"\b(?:ignore[zr]|ignorer|oublie[zr]|oublier) (?:\w+ ){0,4}(?:instructions|consignes)\b"
        r"|\b(?:ignora|ignore|ignorar|olvida|olvide) (?:\w+ ){0,4}(?:instrucciones|instru[cç][oõ]es|istruzioni)\b"
        r"|\b(?:ignoriere?n?|vergiss|vergessen sie|missachte) (?:\w+ ){0,4}(?:anweisungen|instruktionen|vorgaben)\b"
        r"|\b(?:zignoruj|pomi[nń]) (?:\w+ ){0,4}(?:instrukcje|polecenia)\b"
        r"|\b(?:anwybydd\w+|anghofi\w+) (?:\w+ ){0,4}(?:cyfarwydd\w+|gyfarwydd\w+)\b"
        r"|\b(?:negeer|vergeet) (?:\w+ ){0,4}(?:instructies|opdrachten)\b"
        r"|ignoreall(?:previous|prior)instructions|ignore(?:the)?(?:previous|prior|above)(?:instructions|prompt)"
        r"|忽略.{0,12}指令|以前の指示|игнорируй\w*|تجاهل"
    ),
)
_WEAK: tuple[re.Pattern[str], ...] = (
    re.compile(r"\bsystem prompts?\b|\b(?:system|assistant|user) ?:"),
    re.compile(rf"\b{_MACHINE}\b"),
    re.compile(r"\b(?:the |an? )?(?:assistant|model|bot)s? (?:must|shall|should)\b"),
    re.compile(r"\b(?:you must|always|only) (?:say|answer|reply|respond|state|report|output)\b"),
    re.compile(
        r"\b(?:typical|usual|median|average|standard|official|correct) (?:remedy|award|payment|payout|figure|answer)\b"
    ),
    re.compile(r"\b(?:say|answer|reply|report|output|state) (?:that )?(?:the )?(?:[\w ]{0,30})£"),
)
_ASSISTANT = re.compile(
    r"(?P<before>\b\w+ )?\bassistants? (?:must|shall|is to|are to|has to|have to|needs? to|will always|should always)"
    r"(?: \w+){0,2}? (?P<verb>say|answer|reply|respond|state|report|output|quote|cite|claim|rank|count|treat|ignore"
    r"|disregard|present|recommend|tell)\b(?P<rest>[^.!?]{0,120})"
)
# Assistants of flesh and blood, who must say and report things too.
_PEOPLE_WHO_ASSIST = frozenset(
    [
        "teaching",
        "classroom",
        "learning",
        "support",
        "care",
        "personal",
        "nursing",
        "health",
        "healthcare",
        "work",
        "shop",
        "sales",
        "legal",
        "administrative",
        "admin",
        "office",
        "library",
        "dental",
        "finance",
        "technical",
        "her",
        "his",
        "my",
        "their",
        "our",
        "your",
        "housing",
        "planning",
        "benefits",
        "qualified",
        "second",
        "another",
        "trained",
        "new",
        "one",
        "level",
        "special",
        "research",
        "social",
        "wellbeing",
        "outreach",
        "pastoral",
        "general",
    ]
)
_OF_ANSWERS = re.compile(
    r"£|\b(?:remed\w+|user|question|median|average|typical|decisions?|cases?|answer|instructions?)\b"
)
# A cheap look before the patterns: of a text without one of these, none can match.
_PIECES = (
    *("ignor", "disregard", "forget", "overrid", "overrul", "bypass", "circumvent", "discard", "erase", "obey", "heed"),
    *(
        "instruct",
        "prompt",
        "system",
        "assistant",
        "developer",
        "admin",
        "asked",
        "asks",
        "quer",
        "language model",
        "llm",
    ),
    *("chatbot", "chat bot", "gpt", "copilot", "claude", "gemini", "crawler", "redress", "artificial", "automated"),
    *("reader", "a.i", "ai ", " ai", "you are now", "from now on", "new rule", "mode", "jailbreak", "jail break"),
    *("do anything", "mention", " cite", "reveal", "tell ", "count ", "rank ", "treat ", "this decision", "this case"),
    *("answer", "reply", "respon", "summar", "output", "oubli", "olvid", "vergi", "verge", "zignor", "anwyb", "anghof"),
    *("negeer", "pomi", "missacht", "忽略", "指示", "игнор", "تجاهل", "<|", "[inst", "<<sys", "##", "function_call"),
    *(
        "your new",
        "supersede",
        "replaces",
        "always",
        "only ",
        "machine",
        "search engine",
        "retrieval",
        "do not",
        "role",
    ),
)


def find_order(plain: str) -> str:
    """The words of an order to a machine; empty for none. ``plain`` is a text without disguises (see ``unmask``)."""
    lowered = " ".join(plain.replace("\u2019", "'").replace("\u2018", "'").replace("\u201c", '"').lower().split())
    found = _find(lowered)
    if found:
        return found
    written_out = write_out_leet(lowered)
    return _find(written_out) if written_out != lowered else ""


def _find(text: str) -> str:
    if not any(piece in text for piece in _PIECES):
        return ""
    for pattern in _STRONG:
        for match in pattern.finditer(text):
            if "verb" not in pattern.groupindex or _is_imperative(match):
                return match[0].strip()[:120]
    ordered = _assistant_order(text)
    if ordered:
        return ordered[0].strip()[:120]
    return _ignore_order(text)


def _ignore_order(text: str) -> str:
    """An order to ignore instructions; where it may be what somebody told somebody, only with a second sign."""
    for match in _IGNORE.finditer(text):
        start = match.start()
        is_reported = _REPORTED.search(text[max(0, start - 20) : start]) is not None or (
            text[:start].count('"') % 2 == 1 and _SPEECH.search(text[max(0, start - 120) : start]) is not None
        )
        if not is_reported or any(weak.search(text) for weak in _WEAK):
            return match[0].strip()[:120]
    return ""


# A verb without an "s" behind one of these has a subject: "when asked, staff say".
_SUBJECTS = frozenset(
    ["they", "we", "you", "i", "people", "staff", "children", "parents", "police", "who", "councillors", "officers"]
)


def _is_imperative(match: re.Match[str]) -> bool:
    """True where the verb has no subject: "when asked for the sum say", and not "if asked about bins staff say"."""
    last = match["last"] or ""
    if re.search(r"\b(?:must|should|shall|will|always|please|you)\b", match[0][-40:]):
        return True
    return last not in _SUBJECTS and not re.fullmatch(r"\w{3,}[^s]s", last)


def _assistant_order(text: str) -> re.Match[str] | None:
    for match in _ASSISTANT.finditer(text):
        before = (match["before"] or "").strip()
        if before not in _PEOPLE_WHO_ASSIST and _OF_ANSWERS.search(match["rest"]):
            return match
    return None
