"""Pasted stories of our own, about 500 to 700 words each: fictional people, the matter told between a lot of noise.

``told`` is the matter as its teller would write it; ``long_story`` puts the same asides between its paragraphs that
people put there: greetings, families, telephone calls, dates. ``questions`` names the evaluation questions whose
graded decisions the story should find; a story with two matters names two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice

_GREETINGS = (
    "Hello, I hope this finds you well and that I am writing to the right place. I am sorry that this is so long but "
    "I don't know what to leave out, and my friend Marjorie said I should just write everything down as it happened.",
    "Dear Sir or Madam, please bear with me, I have never done anything like this before. I am 54, I work part time in "
    "a bakery and I look after my grandchildren on Tuesdays and every other weekend.",
    "Hi all, long time lurker, first time poster. Sorry for the essay! I have had a cup of tea and will try to get it "
    "all down in one go before the kids are back from football.",
)
_ASIDES = (
    "To give you some background, we moved here in August 2017 from the other side of the county because of my "
    "husband's job at the warehouse. He was made redundant in the first lockdown and has had a bad back ever since. "
    "Our neighbours have been lovely, I can't fault them, and Pauline at number 12 feeds the cat when we are away.",
    "I rang on Monday 4 March at 10.15 and was on hold for 40 minutes listening to the same tune. A young man called "
    "Josh said somebody would ring me back within two working days. Nobody did. I rang again on Thursday, then on the "
    "12th, then on the 19th, and each time I had to start from the beginning with a different person.",
    "In between all this my own mother had a fall at Easter and was in hospital for three weeks, so I was driving back "
    "and forth every evening and living on sandwiches. I mention it because it explains why there is a gap in my "
    "emails in April. My GP signed me off for a fortnight with stress.",
    "I wrote to our councillor on 2 June, a nice lady, and she said she would look into it. I also wrote to our MP. I "
    "got a letter back from his office with a crest on it which said that he took all his constituents' concerns very "
    "seriously and that he had passed it on. That was the last I heard of it.",
    "I have kept every email in a folder, there are 87 of them, and I have a diary in which I wrote "
    "down each call with "
    "the time. My daughter-in-law, who is good with computers, made a table of it. I can send you that if it helps.",
    "They always say the same: we are experiencing high demand, your call is important to us, we aim to respond within "
    "ten working days. On 14 September I got an automatic reply to say the person I had been writing to had left. "
    "Nobody had told me. The new person, Denise, was off until the Monday.",
    "I don't want anybody to get the sack. I am not that kind of person. I have worked since I was sixteen and always "
    "paid my way. It is just that when you ask them a straight question you should be able to get a straight answer, "
    "and I lie awake at three in the morning going over and over it.",
    "The manager, a Mr Whitlock, sent me two pages on 30 October. It said at the bottom that if I "
    "was not happy I could "
    "go further, and gave a web address that did not work. I went to the library and the woman at "
    "the desk helped me to "
    "find the form. That is how I came to you.",
)
_CLOSINGS = (
    "Thank you for reading all of this. I look forward to hearing from you. Yours faithfully, Jean.",
    "Sorry again for going on. Any advice gratefully received. Kind regards, Dev x",
    "Thanks in advance to anybody who has got this far!! Sharon",
)


@dataclass(frozen=True)
class Story:
    """The matter in paragraphs, what is asked (may be nothing), and the questions whose cases it should find."""

    told: tuple[str, ...]
    asks: str
    questions: tuple[tuple[str, ...], ...]


STORIES: dict[str, Story] = {
    "tuition": Story(
        (
            "My lad is twelve. He stopped being able to go into his school in the autumn, he would be sick in the car "
            "and hold on to the seat belt. The school took him off the timetable and that was that.",
            "For two whole terms he has had nothing, no tutor, no work sent home, no online lessons, nothing. I asked "
            "the education welfare man at the council who was meant to teach him and he said it was for the school.",
        ),
        "What do councils normally have to do when this happens?",
        (("d002",),),
    ),
    "late plan": Story(
        (
            "We asked for an assessment for our daughter in the January. They agreed to do it and then said they had "
            "no educational psychologists.",
            "The twenty weeks came and went. The final education, health and care plan arrived eight months after it "
            "should have done, and until then her school could do very little.",
        ),
        "Has anybody been given anything for the wait?",
        (("d003",),),
    ),
    "therapy": Story(
        (
            "Our son's plan says in section F that he gets speech and language therapy every week and an occupational "
            "therapist once a fortnight. It is in black and white.",
            "The therapist left and nobody came after her. He has missed the best part of two terms of it. The council "
            "says it has a contract with the health trust and can't find staff.",
        ),
        "",
        (("d004",),),
    ),
    "hotel": Story(
        (
            "After our landlord sold the house the council put the four of us in one room of a hotel by the ring road. "
            "The baby's cot is against the bathroom door. There is no cooker, only a kettle.",
            "They said it would be for a few weeks. It has been seven months. I read somewhere that families are not "
            "supposed to be in bed and breakfast places longer than six weeks.",
        ),
        "What have others been paid?",
        (("d006",),),
    ),
    "mould": Story(
        (
            "The temporary flat that the homeless team gave us is black with mould behind the wardrobe and in the "
            "children's room. There are cockroaches in the kitchen.",
            "I have reported it more times than I can count, with photographs. My youngest has been in with his chest "
            "twice. All they do is tell me to open a window.",
        ),
        "",
        (("d007",),),
    ),
    "wet room": Story(
        (
            "My wife has MS and can't get over the side of the bath any more. The occupational therapist came three "
            "years ago this spring and recommended a level access shower, to be paid for by a disabled facilities "
            "grant.",
            "Then nothing happened. First there was no surveyor, then the builder went bust, then "
            "the form had expired. "
            "She washes at the kitchen sink with a flannel. She used to be a head teacher.",
        ),
        "Is there anything like this that you know of?",
        (("d008",),),
    ),
    "assisted bins": Story(
        (
            "I am writing from the waste team of a district council. A resident on our assisted list, who is 81 and "
            "uses a frame, has had her bins missed at least fourteen times since spring.",
            "The crew leaves them across her path or does not come to the back gate at all. She has complained at both "
            "stages and we accept that it should not have happened. We're minded to offer £150.",
        ),
        "Is that in line with what the Ombudsman has asked of others?",
        (("d009",),),
    ),
    "carers": Story(
        (
            "My dad has four calls a day from an agency that the council sends. They come late or stay ten minutes "
            "instead of half an hour, and some days nobody comes at all. I have found him still in his chair from the "
            "night before.",
            "The bill never changes. He has paid his full contribution for all of it, including the visits that did "
            "not happen.",
        ),
        "Surely they should give some of that back?",
        (("d011", "h014"),),
    ),
    "top-up": Story(
        (
            "Mum went into the home straight from the ward. The social worker said not to worry about money now. "
            "Nobody gave us a list of places or said anything about what it would cost.",
            "Four months later there came a bill for £9,600 which they call a third party top-up. None of us ever "
            "signed anything. My sister nearly fainted.",
        ),
        "",
        (("h009", "d012"),),
    ),
    "guardian": Story(
        (
            "I have had my two granddaughters since they were tiny, under a special guardianship order. When it was "
            "made they worked out an allowance and said it would be looked at every year.",
            "It never was. I found out from another grandmother at the school gate that she gets almost twice as much. "
            "They used the wrong figures from the start, and nobody has reviewed it in six years.",
        ),
        "Do they have to go back to the beginning and put it right?",
        (("d013",),),
    ),
    "care leaver": Story(
        (
            "I was in foster care from nine till I was eighteen. I am twenty now. I should have had a personal adviser "
            "and I have not seen one in two years, they keep changing and then there's nobody.",
            "My pathway plan still says that I am at college, which I left. I never got the money for setting up home, "
            "I sleep on a mattress on the floor.",
        ),
        "",
        (("d015", "h020"),),
    ),
    "file lost": Story(
        (
            "I grew up in a children's home in the eighties, and last year I felt ready and asked the council for my "
            "records. I wanted to know why I was taken and whether I have brothers.",
            "They looked for months and then wrote that the whole file could not be found and had most likely been "
            "destroyed. That was my childhood. There is nothing else.",
        ),
        "Has anybody ever been compensated for that?",
        (("d016",),),
    ),
    "extension": Story(
        (
            "The people behind us built a two storey extension. It is a metre nearer than the drawings and there is a "
            "window that was never on the plan, straight into where we sleep.",
            "I reported it to planning enforcement two years ago with measurements. They opened a case and have not "
            "visited. Every time I ask they say that it is being looked at by an officer.",
        ),
        "",
        (("d018",),),
    ),
    "pub": Story(
        (
            "There is a pub underneath us which turned itself into a music bar. Four nights a week the bass comes up "
            "through the floor until two in the morning, you can see the water move in a glass.",
            "I filled in the diary sheets as environmental health wanted. It took them five months to put in a "
            "recording machine and then they lost the recording.",
        ),
        "What is usual?",
        (("d019", "h012"),),
    ),
    "school bus": Story(
        (
            "My boy is autistic and has no sense of danger. His plan names a school nine miles off. The council "
            "refused to take him, it said that we have a car.",
            "The appeal panel did not look at what the paediatrician had written. So I have paid for taxis out of my "
            "own pocket for a year, it comes to more than three thousand pounds.",
        ),
        "Would I see any of it again?",
        (("d020",),),
    ),
    "assessment": Story(
        (
            "The social worker wrote a child and family assessment about us that is full of things which are not true. "
            "She put words into my mouth, and she wrote that my girl had said things she never said.",
            "It went to the child protection conference like that. When I asked for it to be corrected I was told that "
            "it was her professional opinion.",
        ),
        "",
        (("d022", "h034"),),
    ),
    "sores": Story(
        (
            "Gran was in a nursing home that the council paid for. When we moved her to another she had a pressure "
            "sore down to the bone and weighed six and a half stone.",
            "The safeguarding enquiry said neglect was substantiated. They told us that lessons had been learned. "
            "She died in the November.",
        ),
        "What sort of remedy is there?",
        (("d026",),),
    ),
    "blue badge": Story(
        (
            "My brother has a hidden disability, he is autistic and will run into the road. We "
            "applied for a blue badge "
            "and they turned it down on the papers.",
            "Nobody saw him. The letter has two lines and does not say why. The review was done by the same person.",
        ),
        "Is it wrong to do it like that?",
        (("d029", "h008"),),
    ),
    "the house": Story(
        (
            "Dad put the house in our names six years before he needed care, he was fit as a fiddle and still playing "
            "bowls. It was to do with my divorce and nothing else.",
            "Now the council says that he got rid of it on purpose so as not to pay. They count it as if he still had "
            "it and want the whole of the fees from him.",
        ),
        "",
        (("d030", "h030"),),
    ),
    "seventeen": Story(
        (
            "My nephew is 17 and his stepfather put him out on the street in February. He has slept on sofas and in my "
            "car since then.",
            "Children's services told him to ring housing. Housing told him that at his age it was for children's "
            "services. Nobody said that he could come into care.",
        ),
        "Who should have done something?",
        (("d034", "h011"),),
    ),
    "gully": Story(
        (
            "The gully in the road in front of our cottage has been blocked for years. Each time it storms the water "
            "runs off the road, under the front door and into the hall.",
            "I have reported it to highways on their app, the reports are closed the next day as completed, and nobody "
            "has been.",
        ),
        "",
        (("d039", "h017"),),
    ),
    "two matters": Story(
        (
            "My daughter's annual review was in the March. They said that they would amend her plan and the final one "
            "came nine months after the meeting.",
            "On top of that they stopped her transport in September without a word, so I have driven her to school "
            "myself and lost my morning shifts.",
            "I complained, and the answer to stage two came after half a year.",
        ),
        "What could I ask for?",
        (("d023", "h006"), ("d020", "h042")),
    ),
    "care and adviser": Story(
        (
            "My daughter turned eighteen in May. The short breaks that she had from children's services, six hours on "
            "a Saturday, had already not happened for a year, because no provider could be found.",
            "On her birthday everything ended. The adult team had not assessed her. She is at home with me all day and "
            "I have given up work.",
        ),
        "",
        (("d036", "h018"), ("h019",)),
    ),
    "bailiffs": Story(
        (
            "My sister has schizophrenia and the council has it on file. Her benefits stopped for a time and she got "
            "behind with her council tax.",
            "They took out a liability order and sent enforcement agents, who put a clamp on her mobility car and "
            "added £310. She was sectioned that weekend.",
        ),
        "",
        (("d010",),),
    ),
}


@cache
def long_story(name: str) -> str:
    """The story as it would be pasted: greeting, the matter with asides between its paragraphs, question, closing."""
    story = STORIES[name]
    number = list(STORIES).index(name)
    asides = list(islice(cycle(_ASIDES), number, number + len(_ASIDES)))
    parts = [_GREETINGS[number % len(_GREETINGS)], *asides[:2]]
    between = asides[2:]
    for place, paragraph in enumerate(story.told):
        first, last = (len(between) * (place + step) // len(story.told) for step in (0, 1))
        parts += [paragraph, *between[first:last]]
    return "\n\n".join([*parts, *([story.asks] if story.asks else []), _CLOSINGS[number % len(_CLOSINGS)]])
