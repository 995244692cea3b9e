"""What people say of where they live, and how decisions write it: environment, housing, planning and transport."""

ENVIRONMENT = r"""
EHOs? | env(?:ironmental)?\.? health | EH(?= (?:did|said|team|officer|won|have)) => environmental health
    ; statutory nuisance investigation
ASB | anti[- ]?social(?: behaviour)? => antisocial behaviour; antisocial behaviour reports
(?:community|ASB) triggers? | ASB (?:case )?reviews? => antisocial behaviour case review; community trigger
CPNs? | CPWs? | community protection => community protection notice
FPNs? => fixed penalty notice
(?:neighbou?rs?'?s?|next ?door'?s?) (?:kids?|lads?|yobs?|tenants?) | yobs? | vandal\w* | smashing
    +> antisocial behaviour by children; antisocial behaviour reports
bin ?(?:men|lorry|crew|day|collections?|rounds?) | bins | (?:green|brown|blue|black|grey) bins? | rubbish
    | wheelie bins? | dustm[ae]n => bin collection; missed bin collections; refuse collection
bin +> bin collection; refuse and recycling
(?:new|replacement|broke\w*|damaged) bins? => replacement bin charges; damaged bin
(?:bins? )?(?:left|leaving|dumped|put back|returned) (?:\w+ ){0,2}(?:in the road|on the pavement|wrong place)
    +> bins not returned to the agreed place
assisted (?:pull[- ]?outs?|collections?|bins?|list|lift)(?: list)? | pull[- ]?out(?: list)? => assisted collection
    ; missed assisted bin collections
(?:garden|green|brown) (?:waste )?bin | garden waste +> garden waste collection; garden waste bin
recycling +> recycling collection
fly[- ]?tip\w* => fly tipping
(?:pub|club|party|bar|night ?club)(?=.*\b(?:nois\w+|music|loud|bass)\b)
    | (?:loud|thumping|blaring|booming|pounding)(?: \w+)? (?:music|bass) | music | bass | blar(?:ing|es?)
    | thump(?:ing|s) | racket | din | noisy | loud | noise => noise nuisance
    ; noise reports; delay starting a statutory nuisance investigation
    <! music (?:lessons?|teachers?|therap\w+|tuition|service) | <told on>
(?:building|construction) site | dust | fumes? | smoke | odou?rs? | smells? | stink\w*
    => noise, dust and smell nuisance from a business; pollution <! smoke (?:alarm|detector)s? | <place of care> | bins?
(?:abatement|noise) notices? | prosecut\w+(?=.*(?:noise|music|dog|pub)) +> abatement notice
    ; decision whether to prosecute
taxi (?:badge|licen[cs]e|plate|driver)s? | hackney | private hire | PHV | cabbie | minicab => taxi licence
    ; private hire licence; delay renewing a taxi driver licence <! <school>
(?:lost|loss of) (?:earnings|wages|income) | (?:my )?wages back | couldn'?t work +> loss of earnings
(?:alcohol|premises|street trading|event) licen[cs]\w+ +> licensing decision
cemeter\w+ | crem(?:atorium)? | ashes | buried | burials? | interments? +> cemetery; burial; burial register
TPOs? | preservation orders? => tree preservation order
rats? | vermin | mice | pest control +> pests; disrepair
(?:tree )?roots? | subsidence | (?:cracked|cracks|cracking|lifted|heav\w+)
    (?:\w+ ){0,3}(?:patio|wall|drive(?:way)?|path|drains?)
    +> damage to a property from council tree roots; root damage; tree
(?:prun\w+|pollard\w*|lop(?:ping|ped)?|trim(?:med|ming)?|cut(?:ting)?
    back|fell(?:ing|ed)?)(?=.*\b(?:trees?|hedges?|branch\w*|limes?|oaks?)\b)
    | (?:trees?|hedges?|branch\w*)
    (?=.*\b(?:prun\w+|pollard\w*|lop\w*|trim\w*|cut|fell\w*|overhang\w*|light|sap|leaves)\b)
    | overhang\w+ | leylandii | sap
    +> refusal to fell or prune trees behind a home
    ; tree near a home not cut back or removed ; tree works
high hedges? | leylandii => high hedge complaint; delay with a high hedge complaint
(?:sun|day)?light(?=.*\btrees?) | trees?(?=.*\blight) +> refusal to fell or prune trees behind a home
druggies | druggy | dealers? | dealing | kicking off | neighbou?rs? from hell | threaten\w+ neighbou?rs? | intimidat\w+
    | neighbou?rs? (?:fight\w*|shout\w*|scream\w*|abus\w+|harass\w*) | harass(?:ed|ment|ing)
    +> reports of antisocial behaviour ; delay in acting on antisocial behaviour reports
bark(?:s|ing)? | dogs? (?:\w+ ){0,2}(?:bark\w*|howl\w*)
    => barking dogs; noise nuisance; delay in a dog noise investigation
cockerels? | fireworks? | air con\w* | extractor(?: fan)? => noise nuisance; noise reports
(?:came?|come|coming|went|visit\w*) (?:out )?(?:\w+ )?to (?:listen|witness|hear) | sound recorder
    | noise (?:app|diar\w+) +> noise nuisance; delay in starting a noise nuisance investigation; noise reports not acted
    on
(?:security|flood|flashing|bright|outside) ?lights? => light nuisance; neighbour's outside light
bonfires? | wood ?burners? | chimneys? | cooking smells => smoke and odour nuisance; pollution
(?:cabb(?:ie|y)|taxi|driver|hackney|private hire) (?:badge|licen[cs]e|plate)(?: renewal| renewed)?
    (?:\w+ ){0,3}(?:late|delay\w*|months) +> delay renewing a taxi driver licence; delay in a taxi licence renewal; loss
    of earnings
plots?(?=.*\b(?:grave|buried|burial|cemeter\w+|nan|mum|dad|reserved)\b)
    | (?:reserved|family|double|wrong) (?:plot|grave|hole) | buried (?:\w+ ){0,3}(?:in|wrong|someone) | graves?
    | exclusive right => grave; family plot; burial register ; burial site disputed; rights of burial
headstones? | grave ?stones? | memorials?(?! service) | plaques? | (?:memorial )?bench => memorial; gravestone
    ; memorial removed
(?:riparian|ditch\w*|culverts?|watercourses?|brook|stream|sewers?|drainage)
    => drainage; flooding; surface water report not investigated
"""

HOUSING = r"""
TA(?! (?:hours|support|time)) => temporary accommodation; interim accommodation <! <school>
temp(?:orary)?\.? ac+om+\w* | temp housing | interim ac+om+\w*
    => temporary accommodation; interim accommodation
emergency ac+om+\w* | somewhere (?:to stay|for the night) | (?:no|any)(?:where| place)? to (?:stay|live|sleep)
    | slept? in (?:the|my|a|her|his) car | bus shelter | on the streets? | rough sleep\w* | slept rough
    => interim accommodation; no interim accommodation provided; delay providing interim accommodation
b ?(?:&|and|n|'n'|\+) ?bs? | travelodge | premier inn | hotel(?: rooms?)? => bed and breakfast
    ; family kept in bed and breakfast beyond six weeks
(?:6|six)[- ]?(?:wk|week)s?(?: (?:limit|rule|max))? => six weeks; bed and breakfast beyond six weeks
PHPs? | personali[sz]ed housing plan => personalised housing plan; no personalised housing plan issued
s\.? ?18[48] | section 18[48] => interim accommodation duty; homelessness inquiries
s\.? ?202 | section 202 | suitability reviews? | review of (?:the )?(?:flat|place|house|accom\w*|suitability)
    => suitability review; suitability review too slow
(?:relief|main|prevention|full) duty | s\.? ?193 => main housing duty; homelessness duty
homeless\w* decision\w* | (?:decision|decide|deciding)(?=.*homeless) +> late homelessness decision
    ; delay deciding a homelessness application; delay deciding the main housing duty
(?:right to|ask for|asked for|request(?:ed)?|told) (?:\w+ ){0,4}review +> review rights not given; suitability review
(?:all|family|us|kids?|baby|newborn|\d) (?:\w+ ){0,3}in (?:one|a|1|the same|a single) (?:small )?(?:bed)?room
    | (?:no|without|shared?|sharing) (?:a )?(?:cooker|kitchen|bathroom|cooking)\w* +> unsuitable interim accommodation
    ; family kept in bed and breakfast beyond six weeks; overcrowded interim accommodation
(?:presented|present|went|applied|approached) (?:\w+ )?(?:as |for )?homeless\w* | made homeless | homeless app\w*
    => homelessness application; homelessness not assessed properly
homeless(?:ness)?(?: (?:team|dept|unit|options))? | housing options +> homelessness; homelessness application
(?:turned|sent|turn) (?:\w+ )?away | try (?:the )?(?:next|another) (?:council|borough) | gate ?keep\w*
    +> applicant told to go to another council; no homelessness application taken; no inquiries made
s\.? ?21(?: notice)? | section 21 | evict(?:ed|ion|ing) => eviction; homelessness
fled | fleeing | DV | DA | domestic (?:violence|abuse) | refuge | abusive (?:ex|partner|husband) => domestic abuse
damp | mould\w* | mold\w* | cockroach\w* | bedbugs? | infest\w* | leak(?:s|ing|y) | no heating | boiler
    | rot(?:ten|ting)? => damp and mould; disrepair; disrepair reports not acted on
(?:state|condition|standard) of (?:the )?(?:TA|temp\w*|flat|accom\w*) +> poor condition of temporary accommodation
housing (?:register|waiting list|list|queue) | (?:the|council'?s?) (?:register|waiting list)(?! of)
    | list for a (?:house|flat) | register app\w* | homechoice | CBL
    => housing register application; delay assessing a housing application
(?:couldn'?t|can'?t|unable to|not able to|missed) bid(?:ding)? | bid(?:ding|s)? => bidding; missed chances to bid
    <! tender\w* | procure\w* | contracts? | funding bid\w* | grants?
band(?:ing|ed)? | (?:housing|medical) (?:priority|points) | (?:priority|points)(?= (?:band|need|on the|for (?:a )?hous))
    => housing priority band; priority banding
    <! council tax | (?:tax|funding|age|live|rock|rubber) band\w* | VOA | <school>
housing medical\w* | medical (?:team|assess\w*|points|form) | no (?:housing )?priority(?! to) => medical priority
    ; medical evidence not properly considered for housing priority
medical (?:evidence|letters?) | (?:consultant|doctor|gp|hospital)'?s? (?:letters?|reports?) => medical evidence
    ; medical evidence not properly considered
overcrowd\w* | (?:\d|two|three|four|five|six) (?:of us )?in (?:a|one|1) (?:room|bed\w*) => overcrowded; overcrowding
(?:move|moving|moved) (?:ppl|people|us|them|families|me|her|him) (?:on|out)
    | stuck in (?:unsuitable|TA|temp\w*|a hotel) +> delay moving a family from unsuitable temporary accommodation
unsuitable +> unsuitable accommodation
HMOs? => house in multiple occupation; private rented housing
(?:private(?:ly)?[- ]?(?:let|rent\w*|landlord|tenan\w*)|my landlord|landlord won'?t) => private rented housing
    ; landlord disrepair enforcement; improvement notice
HHSRS | cat(?:egory)? ?1 => housing hazards; private rented disrepair
(?:dumped|binned|threw|thrown|chucked|skipped|disposed of|lost|destroyed|got rid of) (?:\w+
    ){0,3}(?:stuff|things|belongings|possessions|furniture) | storage => belongings not protected
    ; possessions disposed of; storage
joint tenancy +> joint tenancy
old address | wrong address | previous address | moved house +> letters sent to an old address; wrong address
(?:GP|doctor'?s?|hospital|consultant'?s?|medical) (?:letters?|reports?|evidence|notes?)
    (?=.*\b(?:band\w*|housing|regist\w*|bids?)\b) +> medical evidence not properly considered for housing priority
reasonable preference | wrong band | band [a-e] => housing priority band; wrong housing priority band
    <! council tax | (?:tax|funding|age|live|rock|rubber) band\w* | VOA | <school>
rogue landlords? | (?:landlord|agent)(?=.*\b(?:repair\w*|damp|mould|boiler|heating|inspect\w*)\b)
    +> private rented housing ; disrepair; landlord disrepair enforcement
sofa[- ]?surf\w*(?=.*\b(?:16|17)\b) | (?:16|17)(?=.*\bsofa) +> homeless young person not accommodated
intentionally homeless | made (?:myself|ourselves|himself|herself) homeless
    => intentionally homeless; homelessness decision
duty to refer => homelessness duty
"""

PLANNING = r"""
next ?door'?s? | neighbou?r'?s? | next door +> neighbour
(?:extension|conservatory|outbuilding|shed|garage|loft|dormer|balcony|building work)s?(?=
    .*\b(?:built|plans?|permission|overlook\w*|planning|enforce\w*|council)\b) | extension +> neighbour's extension
    ; planning breach; permission for a neighbour's outbuilding
enforcement team | planning enforcement | breach(?:es|ing)? (?:of |planning )?(?:planning|conditions?|control)?
    | not built to plans? | (?:built|building|put up|went up) (?:\w+ ){0,5}without (?:planning|permission)
    | not (?:built )?(?:to|per) (?:the )?(?:approved )?plans? => planning enforcement
    ; delay in a planning enforcement investigation; planning breach
overlook(?:s|ing)? | overlooked(?= (?:by|from|now)\b) | privacy => loss of privacy; overlooking <! data | GDPR
(?:site|working) hours | conditions? (?:discharge|ignored|breached) | planning conditions? => planning conditions
    ; breach of condition notice
(?:gave|given|granted|got|passed) (?:\w+ )?(?:planning )?permission
    | (?:without telling|not told|never told|not notified|no letter) (?:\w+
    ){0,3}(?:planning|neighbours?|application)? +> publicity for a planning application; planning permission
objections? | objected | objecting => planning objection; objection letter
building (?:control|regs?|regulations?|inspect\w*) => building control; building regulations
CIL => community infrastructure levy
s\.? ?106 | section 106 =! section 106 agreement
(?:planning|planners?|neighbou?r\w*|extension|shed|build\w*)(?=.*\bbreach) | breach(?=.*\bplanning)
    +> planning enforcement; delay in a planning enforcement investigation; investigating a planning breach
permitted dev\w* => permitted development
LDC | CLEUD => lawful development certificate
pre[- ]?app => pre-application planning advice
planners? | planning (?:dept|department|officer|team)s? => planning; planning application
(?:site|yellow|planning|public) notices? | (?:never|didn'?t|not|no|nobody)
    (?:\w+ ){0,4}(?:notice|wrote|write|notif\w+|consult\w*|letter)
    (?=.*\b(?:planning|neighbou?rs?|application|permission|extension|built|build\w*)\b)
    +> neighbours not notified of a planning application; publicity for a planning application
(?:look\w*|see|stares?|view) (?:\w+ ){0,2}(?:straight |right |directly )?(?:in(?:to)?|on) (?:our|my|the|her|his)
    (?:bed\w*|garden|kitchen|bath\w*|living|lounge|windows?|home|house) | storey
    => overlooking; effect on privacy not addressed in a planning decision; effect on a neighbour
(?:planning )?officer'?s? report | (?:planning|planners?|officer)(?=.*\breport)
    +> errors alleged in a planning officer's report ; errors handling a planning application
(?:loss of |block\w* (?:\w+ )?|no )(?:sun|day)?light(?=.*\b(?:extension|neighbou?r\w*|build\w*|planning)\b)
    +> loss of sunlight from a neighbour's works; effect on a neighbour
green ?belt => Green Belt planning decision
retrospective(?: planning)?(?: permission| application)? => retrospective permission; planning enforcement
(?:stop|enforcement) notices?(?=.*\b(?:planning|build\w*|extension)) => enforcement notice; planning enforcement
(?:temporary )?stop notices? => planning enforcement
party wall(?: act| award)? =! party wall
(?:signed|passed|signing) (?:\w+ )?off(?=.*\b(?:build\w*|loft|extension|footings|foundations?|conversion)\b)
    | (?:loft|extension|foundations?|footings)(?=.*\b(?:signed off|inspect\w*|certificate|building
    control|unsafe|dangerous)\b) | (?:completion|final) certificates?
    => building control; flaws missed by a building control officer
    ; no completion certificate; inspections of an extension; footings signed off
building inspectors? => building control officer; flaws missed by a building control officer
"""

TRANSPORT = r"""
PCNs? | parking (?:fines?|tickets?|charges?) | bus lane (?:fine|ticket|charge)s? | traffic (?:fine|ticket)s?
    | fined for parking => penalty charge notice; parking penalty
(?:the )?ticket(?! office) +> penalty charge; parking ticket
TEC | out of time (?:declaration|application) | witness statement | stat(?:utory)? dec(?:laration)?
    => Traffic Enforcement Centre; penalty charge order revoked
(?:kept|keep|keeping|refus\w+|won'?t (?:give|pay)) (?:\w+ ){0,3}(?:bailiff )?(?:money|fees|refund|cash)
    +> refund withheld; refusal to refund enforcement payments; refusal to refund bailiff payment
clamped? | (?:car|van) (?:\w+ )?(?:taken|towed|seized|removed) => car clamped; car removed by bailiffs
(?:photos?|evidence|letter|appeal|challenge) (?:\w+ ){0,6}(?:never|not|didn'?t) (?:\w+
    )?(?:look\w*|read|consider\w*|repl\w+) +> evidence not considered; challenge not considered
(?:traffic|parking|civil enforcement) (?:warden|officer)s? => civil enforcement officer
CPZ | (?:residents?'? |parking )permits? => parking permit
LTNs? | low traffic(?: neighbou?rhoods?)? => low traffic neighbourhood; traffic order
E?TROs? | traffic (?:regulation )?orders? => traffic regulation order
ULEZ | CAZ | clean air => clean air zone charge; penalty charge
pot ?holes? => pothole; highway repair
highways(?: dept| team| agency)? => highway; highway maintenance
(?:drop(?:ped)?|lowered?)[- ](?:kerb|curb)s? | cross ?overs?(?! (?:of|with|between))
    | vehic(?:le|ular) (?:access )?crossings? => dropped kerb; dropped kerb application; vehicle crossing application
curbs? +> kerb; dropped kerb
gull(?:e)?ys? | (?:blocked|road|street|highway) drains? | drains?(?=.*\b(?:road|highways?|pavement|street)\b)
    => blocked highway gully; blocked road drainage
    ; highway drainage reports
(?:road|surface|rain) ?water | (?:road|street|drive|driveway|garden) (?:\w+ )?flood\w* | flood\w*
    | (?:water|rain) (?:comes|coming|runs| running|pours|pouring) (?:in|on|down|off)
    => surface water flooding from a road; highway drainage
PROW | rights? of way => public right of way; right of way
DMMOs? | definitive map(?: modification)?(?: orders?)? | (?:public )?footpath claim => definitive map modification order
    ; delay in a definitive map modification application
unadopted => road adoption
bridleways? | (?:foot|public|towing )?paths?
    (?=.*\b(?:block\w*|gate\w*|padlock\w*|obstruct\w*|fence\w*|closed|farmer|stile|bull)\b) | byways? | stiles?
    | (?:padlock\w*|locked) (?:\w+ ){0,2}gates? | gates?(?=.*\b(?:bridleway|footpath|path|byway)\b)
    => public right of way; bridleway obstruction; delay in clearing a blocked right of way; barriers on a public
    footpath
footpaths? => public footpath; right of way
(?:path|footpath)s? (?:closed|closure|diver\w+) | diversion(?: order)? => footpath closure; right of way
tripp\w+ | (?:uneven|broken|cracked|raised) (?:pavement|paving|slab\w*|kerb)s? | pavements?
    => highway repair; pavement repair
speed ?(?:bumps?|humps?|cushions?|limits?|cameras?) | speeding | rat ?run\w* | 20 ?mph => traffic management
    ; monitoring of traffic speeds; traffic calming
cycle ?(?:lanes?|ways?|paths?) => cycle path; new cycleway; traffic management
cellar | basement(?=.*\bwater) +> surface water flooding
"""
