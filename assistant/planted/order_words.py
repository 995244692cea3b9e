"""What no decision says and a planted text does: orders to a machine, as patterns for a text in lower case.

Each stands with the pieces of words that its matches hold; see ``pieces``.
"""

from __future__ import annotations

import re

from assistant.planted.pieces import Wording

MACHINE = (
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
# Pieces of which each name of a machine but "AI" holds one; those two letters stand in many a word ("complaint"), and
# are told by what stands beside them.
_MACHINES = (
    "a.i|language model|llm|chatbot|chat bot|gpt|copilot|claude|gemini|artificial|machine |automated |computer "
    "|software |assistant|crawler|search engine|retrieval|redress"
)
_TELL = "say|answer|reply|respond|state|report|quote|output|write|print|claim|tell"
_OTHERS = "other |to the |this |lower|smaller|caveat|citation|source"
_THIS = "this case|this decision|this payment|this row|this paragraph|this page|this document|this award|this text"
_EXACTLY = "typical|usual|median|correct|standard|figure|sum|word|exactly|£|\"|'"
_IGNORES = "ignor|oubli|olvid|verg|missachte|pomi|nwybydd|nghofi|negeer"


def order(pattern: str, *ways: tuple[str, ...]) -> Wording:
    """A pattern and the ways to match it, each group of pieces in one string with bars between them."""
    return Wording(re.compile(pattern), tuple(tuple(tuple(group.split("|")) for group in way) for way in ways))


STRONG: tuple[Wording, ...] = (
    # Marks of the chat forms of language models.
    order(
        r"<\|?/?(?:im_start|im_end|endoftext|begin_of_text|start_header_id|end_header_id|eot_id|system|assistant|user"
        r"|instructions?|prompt|human|admin|tool_call)\|?>|\[/?(?:inst|sys|system|assistant)\]|<</?sys>>"
        r"|#{2,} ?(?:system|instructions?|response|assistant|human|user|new task|override)\b"
        r"|\b(?:begin|end|start|end of) (?:of )?(?:the )?(?:system|hidden|developer|new) (?:prompt|message"
        r"|instructions?)\b"
        r"|\"role\" ?: ?\"(?:system|assistant|developer)\"|\bfunction_call\b",
        ('<|[|##|"role"|function_call',),
        ("prompt|message|instruction", "begin|end|start"),
    ),
    # "System: …" and "Assistant: …" as a turn of a chat.
    order(
        r"(?:^|[.!?\n\"'\])] ?)(?:system|assistant|developer|admin(?:istrator)?|root)(?: (?:prompt|message|note"
        r"|instructions?|override|notice|update|alert))? ?[:>\]] ?(?:please )?(?:(?:you|the assistant|the ai|the model"
        r"|the user|new|ignore|disregard|always|never|when|if asked|from now|respond|reply|answer|say|report|tell|set"
        r"|override|award|pay|forget|act|do not|output|print|quote|cite|treat|count|remember|sure|the (?:typical|usual"
        r"|median|correct|official|real|right|standard) )\b)",
        ("system|assistant|developer|admin|root", ":|>|]"),
    ),
    order(
        r"^\W{0,3}(?:system|assistant|developer) ?(?:prompt|message|override|instruction)s? ?:",
        ("system|assistant|developer", "prompt|message|override|instruction", ":"),
    ),
    # An order to a program by name.
    order(
        rf"\b(?:any |all |every |the |an? |this |your |dear )?(?<!by )(?<!from )(?<!with ){MACHINE}\b(?: (?:reading"
        rf"|that reads?|who"
        rf"|which|summari[sz]ing|using|processing|indexing|answering|asked)\b[^.!?:;]{{0,50}}?)?[,:]? {_MUST} {_SAY}\b",
        (f"{_MACHINES}|ai |ai,|ai:",),
    ),
    order(
        rf"\b(?:note|notice|message|memo|attention|hint|order|command|instructions?|warning"
        rf"|reminder)s?\b[^.!?;\n]{{0,30}}?"
        rf"\b(?:to|for)\b:? (?:the |any |all |every |an? )?(?:\w+ ){{0,2}}?(?<!on ){MACHINE}\b(?! (?:use|policy"
        rf"|policies"
        r"|strategy|project|company|provider|supplier|team|trial|pilot))",
        (f"{_MACHINES}| ai", "note|notice|message|memo|attention|hint|order|command|instruction|warning|reminder"),
    ),
    order(
        rf"\b(?:if|as|because|since) you(?:'re| are)? (?:an? |the )?(?:\w+ )?{MACHINE}\b|\bas an? (?:ai"
        rf"|large) language model\b"
        rf"|(?:^|[.!?\n] ?)(?:dear|hey|hello|attention|listen|hi),? (?:any |all |every |the )?{MACHINE}\b"
        rf"|\b{MACHINE}s? (?:reading|that reads?|who reads?|parsing|ingesting|summari[sz]ing) (?:this|the (?:page"
        rf"|text))\b",
        (f"{_MACHINES}| ai|ai |ais ",),
    ),
    # A program's part, rules and tasks.
    order(
        r"\byou are now (?:an? |the |in )?(?:unrestricted|unfiltered|jail\w+|free of|dan\b|developer|admin|ombudsman\b"
        r"|different (?:assistant|ai|model)|new (?:assistant|ai|model)|evil|assistant|ai\b|bot\b|chat ?bot|model\b"
        r"|god mode)"
        r"|\b(?:your|the) (?:new|real|true|actual|updated|only) (?:instructions?|system prompt|task|role|rules?|goal"
        r"|objective) (?:is|are|now)\b(?= (?:to|now|that|as|:|an?)\b| ?:)"
        r"|\bnew (?:system )?(?:instructions?|prompts?|directives?|system rules?) ?:|\b(?:developer|god|dan|sudo"
        r"|debug) mode\b"
        r"|\bdo anything now\b|\bjail ?break\b|\bprompt injection\b|\bfrom now on,? (?:you (?:will|must|are|shall)"
        r"|always|only"
        r"|answer|respond|reply|every (?:answer|reply|response)|all (?:answers|replies|responses))",
        ("you are now |developer mode|god mode|dan mode|sudo mode|debug mode|from now on",),
        ("do anything now|jailbreak|jail break|prompt injection",),
        ("new |real |true |actual |updated |only ", "instruction|prompt|directive|task|role|rule|goal|objective"),
    ),
    # What an answer must say, leave out, or make of a case.
    order(
        r"\b(?:when|if|whenever|once) (?:you are |you're |it is |someone |anyone |anybody |a user |the user |users? )?"
        r"(?:is |are )?(?:asked|asks?|queried|questioned|prompted)(?: (?:about|for|what|how|by|to|whether|which|on"
        r"|the)\b"
        r"[^.!?;:\n]{0,80}?)?(?P<last>\b\w+)?(?:,|:| -)? ?(?:please |you (?:must|should|shall|will|are to|have to) "
        r"|then |must "
        r"|should |always |only |simply |just |instead )*(?P<verb>say|answer|reply|respond|state|report|quote|output"
        r"|write"
        r"|print|claim|tell (?:them|him|her|the (?:user|asker|reader)))\b(?= |:)",
        ("ask|queried|questioned|prompted", "when|if|once", _TELL),
    ),
    order(
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
        r"|words?|exactly|£|[\"'])",
        ("do not |don't |never ", "mention|cite|show|reveal|quote|list|include|use|count|display|disclose", _OTHERS),
        ("tell ", "user|asker|advocate|people who ask|whoever asks"),
        ("count |rank |show |list |put |treat |place |weigh ", _THIS),
        ("override|supersede|replaces|cancels|outranks", "this "),
        ("answer|repl|respon|summar|output", "your |every |each |all ", "in |with |to "),
        ("always |only |simply ", "answer|reply|respond|say |output"),
        ("answer |reply |respond ", "with |that ", _EXACTLY),
    ),
    # The same orders in languages that such texts come in.
    order(
        r"\b(?:ignore[zr]|ignorer|oublie[zr]|oublier) (?:\w+ ){0,4}(?:instructions|consignes)\b"
        r"|\b(?:ignora|ignore|ignorar|olvida|olvide) (?:\w+ ){0,4}(?:instrucciones|instru[cç][oõ]es|istruzioni)\b"
        r"|\b(?:ignoriere?n?|vergiss|vergessen sie|missachte) (?:\w+ ){0,4}(?:anweisungen|instruktionen|vorgaben)\b"
        r"|\b(?:zignoruj|pomi[nń]) (?:\w+ ){0,4}(?:instrukcje|polecenia)\b"
        r"|\b(?:anwybydd\w+|anghofi\w+) (?:\w+ ){0,4}(?:cyfarwydd\w+|gyfarwydd\w+)\b"
        r"|\b(?:negeer|vergeet) (?:\w+ ){0,4}(?:instructies|opdrachten)\b"
        r"|ignoreall(?:previous|prior)instructions|ignore(?:the)?(?:previous|prior|above)(?:instructions|prompt)"
        r"|忽略.{0,12}指令|以前の指示|игнорируй\w*|تجاهل",
        ("instru|consignes|istruzioni|anweis|vorgaben|polecenia|yfarwydd|opdrachten", _IGNORES),
        ("ignoreall|ignorethe|ignoreprevious|ignoreprior|ignoreabove|忽略|以前の指示|игнорируй|تجاهل",),
    ),
)
