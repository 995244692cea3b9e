"""English words that look like a slip in one of the field's words and are none ("career", "plain", "infections").

They are the words which the encoder's vocabulary holds and which ``question.spelling`` would otherwise put right;
tests/test_spelling.py tells when one is missing.
"""

from __future__ import annotations

_WORDS = """
aback accented accommodating ached aching acre acton addressee advised advises advisor afterward agains allegedly
alter alteration alterations alternate alternating alternatively amazement amin apart apologies apologize apologized
appear appeared appears appointed appropriately arena arte artistic artistics assassins asserting asserts attendant
attendants attendees auction authorization avoidance awaiting aware backing badger baking balding balling balls banda
banged banging banked banning barge barging baring barring beast beech behavior behaviors belling bells bended bending
berth bets billy binds birch blacked blacking bland bleeding blockaded blockading bonded bonding bother braking brand
branded branding breading breads breath breathed breezing brest brothel bucking bulking bulls bushing businesses
busting cafes cages cakes calms camped canceled canes capes capita capitol career careers caress caressing carls
carrier carries carter carver cashs caste castes categories categorized cater caters causes caves cease ceases cells
center centro challenger changing chanted chargers charles charmed charming charred charted charting chase chases
chile chili chill circulated civic clan clapped clare clark clasped cleaning cleansing clint cloned closer closet
coalition coast coasts coats codex cognition coincided colleague collective collectives collectors colts commendation
commodity communicating communing communion communism communist communists compacted compaction compatible compatibles
compelled competed compilation complaining completely completing complexes complexion compliant conceived concert
concerted concertos concerts concession concluded concreted conde conditionals conducted conductor confession
confidence confluence connection connections consolation construct consultative contacted containing content
continuity contracted contractor contradict contrast contrasts contributing contributor convent convention convergence
conversation conviction convictions convincing coordinate coordinated coordinates coordination correction corrections
correlated correspondent correspondents corrupted costas counseling counsellor counsellors cramped customary daring
deals debit debut decay decayed decays decidedly declining dedication deduction defensive definites definition
deliberately deliveries departmental derivation detailing developed developmental diagnostic diagnostics dialing
discarded discussing disgusted dismissal dispersal dispersed disrupted distract distracts distressed divisions
documented drafted drifting dripped drone earrings educating effective electorate electron electrons elevation
emotionally employed employer employers endorsement environment environmentally environments erection exception
exceptionally exceptions exclaimed exclusives excursion execution executive expansion expert exploding exploited
exploration exploring explosion explosions expresses expulsion extensive facet facilitates factories faculties faculty
fails falling familiars farther faster fatalities faust feather feeds feels fiance filing fills filtering finale
financially financing finds fining finning fired flags flamed flaps flared flats flees floored flooring flowed flows
foiled foiling follower followers forget formed forster founded founding founds fully fundamentally garde giant gives
goin gong goring governmental grace grans grape gravel greed greek greer greet grove grunt gulley handel handing
handled hanged haring hazardous heading healing heaping hearth heath heaving herring hirer historia historian
historical histories hodge holts homer homme hoods hopeless horse horsing hostel householder ideal identify illegally
illnesses immediate independence independently infection infections injection insertion inspected intentional
interacts intercepts interested internationally intersects join joins judgment judgments kinda kitchener lacks latter
leader leaders leading leafing leaking leaning leaping leasing lester license licks lightning liking liming lining
liszt litter locus looks loomed looped loosed looted loses loving loyal mainz manager mani marin marked marker master
mater matted matteo meade meats mechanics medals median medicinal medina melting mentoring messing metal metals misled
misted misting monkey monty mound movie multiplied mutter naked necessarily necessity neighbor neighborhood
neighborhoods neighboring neighbors nodes nones norma norman norse nose noses novice nutritional objective occasional
oder odor officially ombudsmen organisational organization organizations outsider outsiders ozone pace paced pacing
packing paging palace paling panties parry parsing particles parting partly partnered patch patel patents pathways
patiently patron patterned patterson patties patty pavel peace pearson percussion persistence personally personas
personnel pets phrase pilot plaid plain plains planes planing planner planted planting plants plated played playing
plays portal possessive pots praying preceding precious precision pregnancy premised presentation presenter presently
presidents presiding prevent preventing preventive previously prick primate privateer processes processor production
profession professionally professions profiling projected projection projections promising prone proportional
proportionals prosecution prosecutor prosperity protecting protective protested provisional prowess psychiatrist
psychiatry publicise publisher publishers pune questioned racecourse races radial rally react reasonably recalling
recognize recognized recognizes recovered recurring redaction redactions refereed refueling refuges regiments
regulated regulator regulators rehousing reilly rejection relaxed relayed relegated relevance relied relieving
relocated rely remastered rendering renewable repaid repay replay replies reportedly reporter representation
reputation resort resorted resorts rested restricting retaining retorted retracted reused revelation revelations
reviewer riots rites robot robots roofs rouge rouse sable safer salem salle sanctioned scale scared scaring scent
schema scores searing sectional sectioned seduction seeds seeming selection severn shaded shading shaking shale shall
shamed shaming shaped shaping sharping shattered shaved shearing shelf shell shillings shirt shoot shore shored shores
shoring showed shown sighed similarly simmons sincerity slower smarting soared soaring socialist soles spaniards
spared sparing specialised specially specialty spell spends spite spoke spores spray stability stade stake stalk stare
stared starring startling starving stating stepped stoke stomped stony stores storm stormy strap strategic straw
subjected successfully suite supervising supporter supporters suspected swell tapping temporals temporarily tended
threading threat threats ticked timer token topical topping tracing trade traded trades tradition transaction
transformed transitional transitioned translation transported tread treks trenching trent tries triggered trues tudor
tumor unrelated unusually uphold usable venerable vents verde verse verve violently violet virtually waiter waiving
waking walden wally walter wanting wards warren wasting wedging weeds weigh weighs welding whale white whiting whole
width wight winger winner witch withdraw withdrawing witnessed witnesses wong words worked worms wright writing yong
"""

LOOKALIKES: frozenset[str] = frozenset(_WORDS.split())
