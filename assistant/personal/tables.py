"""The words that names and postcodes are known by, as tables: pure data, in small letters."""

from __future__ import annotations


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# Given names that are common in England: of children and adults of the last eighty years, with common names of its
# South Asian, African, Arabic, Polish, Romanian and Turkish families.
GIVEN_NAMES = _words(
    """
    aaliyah aaron abbie abby abdul abdullah abigail abu ada adam adeel adele adil aditya adrian ahmad ahmed
    aidan aiden aisha aishah aisling akash alan alana albert aleksandra alex alexa alexander alexandra alexandru
    alfie alfred ali alia alice alicia alina alison alistair aliyah allan allison alma amaan amanda amara amelia
    amelie amina amir amira amit amna amy ana anand andre andrea andreea andrei andrew andy anette angela
    angelina angus anil anita anjali ann anna annabel annabelle anne annette annie anthony antony anya aoife
    arabella archie aria ariana arif arjun arlo arran arthur arun asad asha ashleigh asif asma astrid athena
    aubrey audrey austin ava ayaan ayan ayesha aylin azra barbara barnaby barry beata beatrice becky belinda ben
    benjamin bernadette bernard beth bethan bethany betty beverley bianca bilal billie billy blake bobby bogdan
    bonnie brandon brenda brendan brett brian bridget bronwyn bruce bryan bryony caitlin caleb callum calum
    cameron camilla caoimhe cara caroline carolyn catalin catherine cathy cecilia chantelle charles charley
    charlie charlotte cheryl chloe chris christian christina christine christopher ciara claire clara clare
    claudia clive colette colin connor conor constance corey courtney craig cristina cynthia daisy daljit damian
    damien dan dana daniel daniela danielle danny daphne darcey darcy darren dave david dawid debbie deborah
    declan deepak deirdre delilah demi denise dennis derek desmond diana diane dilys dimitri dolores
    dominic dominik donald donna doreen doris dorothy douglas duncan dylan ebony eddie edith edmund edward edwin
    eileen elaine eleanor elena eli eliana elias elijah elisa elise eliza elizabeth ella ellen ellie elliot
    elliott eloise elsa elsie emil emilia emilie emily emma emmanuel eoin eric erica erika erin ernest esha esme
    esmee ethan ethel eugene eva evan evangeline evelyn evie ewan fahad faisal faith farah farhan fatima fatimah
    fatma felicity felix ferdinand finlay finley finn fiona florence fran frances francesca francis fraser
    freddie frederick freya gabriel gabriela gabriella gareth gary gavin gemma geoff geoffrey george georgia
    georgie georgina gerald geraldine gerard gillian gina gita gladys glenda glenn gloria gordon graham grzegorz
    gurpreet guy gwen haider hamish hamza hana hanna hannah haris harjit harleen harley harold haroon harpreet
    harriet harris harrison harry harvey hasan hassan hayden hayley heidi helen helena henrietta henry hilary
    hollie howard hugh hugo humphrey hussain ian ibrahim ida ikram ilyas imogen imran inaya ines inga ioan ioana
    iona iqra irene isaac isabel isabella isabelle isaiah isha isla ismail isobel ivan ivana jacek jack jackie
    jackson jacob jacqueline jade jaden jahangir jake jakub james jamie jan jane janet janice janine jasmine
    jason jaspreet javed jayden jaydon jean jeanette jeff jeffrey jemima jemma jen jenna jennifer jenny jeremy
    jerome jess jesse jessica jill jim jimmy jo joan joanna joanne jodie joe joel john johnny jon jonah jonathan
    jordan joseph josephine josh joshua josie joyce juan jude judith judy julia julian julie juliet juliette
    kacper kai kaitlyn kamal kamil kamran karen karim karina karl karolina kasia katarzyna kate katherine
    kathleen kathryn kathy katie katy kay kayla kayleigh keeley keira keith kelly kelsey ken kenneth kenny
    kenzie kerry kevin khadija khadijah khalid kian kiera kieran kim kimberley kiran kirsten kirsty krystian
    krzysztof kyle lara larry lars latoya laura lauren laurence lawrence layla leah leanne lee leila lena leo
    leon leonard leroy lesley leslie lewis lexi liam liana libby liliana lillian lilly linda lindsay lindsey
    lisa liz logan lola loretta lorna lorraine lottie louie louis louisa louise luca lucas lucia lucinda lucy
    luis luka lukas lukasz luke luna lydia lyla lynda lynn lynne mabel mackenzie maddie madeleine madeline
    madison magdalena maggie maisie malcolm malgorzata malik mandeep mandy manjit marcel marcin marco marcus
    margaret margot maria mariam marian marie marina mario marion marjorie marlene marta martha martin martyn
    mary maryam mateo mateusz mathew matilda matt matthew maureen maurice mavis maximilian maya megan mehmet mel
    melanie melissa mia micah michael michaela michal michelle miguel mihai mike mila millie milly miriam misha
    mohamed mohammad mohammed mohamud moira molly monica monika monique morgan moses muhammad murray mustafa
    myles myra nadia naomi natalia natalie natasha nathan nathaniel navdeep naveed neil nelson neve niamh
    nicholas nicola nicolas nicole nigel nikita nikki nina noah noel noor nora norma norman nuala nusrat oisin
    oliver olivia ollie omar orla oscar osman otto owen pamela paolo parveen patricia patrick paula pauline
    pawel penelope pete peter petra phil philip philippa phillip phoebe pierre piotr poppy prakash pritesh priya
    quentin rabia rachael rachel radu rafael rahul raj raja rajesh ralph ramesh rania rashid raul ravi raymond
    rebecca reece reggie rehana reuben rhiannon rhys ria ricardo richard ricky riley rita ritchie robbie robert
    roberta robyn rodney roger rohan roland roman ronald ronan ronnie rory rosemary rosie ross rowan roxanne roy
    rubina rufus rukhsana rupert russell ryan sabina sabrina sadia saeed safa safiya sagar saira salim sally
    salma sam samantha sameer samir samira samuel sana sandeep sandra sanjay saqib sara sarah sasha scarlett
    scott sean sebastian selina seren serena seth shabana shabir shahid shane shannon sharon shaun shauna sheila
    shelley shirley shreya sian sidney sienna simon simone simran sinead siobhan sofia sonia sonya sophia sophie
    spencer stacey stan stanley stella stephanie stephen steve steven stewart stuart sufyan sukhdeep suleiman
    sumaya sunil surinder susan susanna susie suzanne sylvia szymon tabitha tahir tamara tamsin tania tanvir
    tanya tara tariq tasha tatiana taylor ted teddy terence teresa terry tess tessa thea theo theodore theresa
    thomas tia tiffany tim timothy tina toby todd tom tomas tomasz tommy toni tony tracey tracy trevor tristan
    tyler tyrone umair umar una usman uzma valentina valerie vanessa vera veronica vicky victor vijay vikram
    vincent viola virginia vivian vivien waleed walter waqar wayne wendy wesley wilfred william willow winifred
    wojciech xander xavier yasin yasmin yasmine younis yousef youssef yusuf yvette yvonne zac zach zachary zahra
    zain zainab zak zakariya zara zeeshan zoe zofia zoya zubair zuzanna
    """
)
# Given names that are also words: believed only with a capital letter and in the company of other signs.
NAMES_THAT_ARE_WORDS = _words(
    """
    alec amber angel april art ash ashley aurora autumn bailey bill bob brook brooke carol carter chase chelsea
    cherry christian clay cliff cole cooper crystal dale dawn dean don drew earl eden ellis eve fern florence
    frank gale gene glen grace grant hazel heath heather henna herb hope hunter iris ivy jasper jay jewel joy
    june justin kit lacey lane lily lincoln london mark marshall martin mason max may mercy mike miles morgan
    myrtle nick norma olive opal parker pat paul pearl penny peter phoenix piers preston ray reed reid rex rob
    robin rod rose ruby rusty ruth sandy savannah shelby sky skye spencer stone sue summer sunny terry tony
    trinity troy tyne vale vera vic victoria violet wade ward warren will winston wren york
    """
)
# Of those, the ones that are a time or a place first: never believed alone.
TIMES_AND_PLACES = _words("april autumn chelsea june lincoln london may olive savannah summer vale will york")
# Of those, the ones that are no verb and no thing of a complaint: believed behind "my daughter" in small letters too.
NAMES_IN_SMALL_LETTERS = _words("alec ashley bailey daisy ellis eve grace ivy jasper jay lily max ruby violet")
# The commonest family names, where they are words or stand behind a given name that is one.
FAMILY_NAMES = _words(
    """
    adams ahmed akhtar ali allen anderson bailey baker barker barnes begum bell bennett bibi black brown butler
    campbell carter chapman church clark clarke collins cook cooper cox davies davis day edwards ellis english evans
    fox french graham gray green griffiths hall harris harrison head hill holmes hughes hunt hunter hussain iqbal
    jackson james johnson jones kaur kelly kennedy khan king knight lane lee lewis little lloyd mahmood marshall martin
    mason matthews may miller mistry mitchell moore morgan morris murphy murray north owen page palmer park parker parks
    patel phillips powell price rahman read reid reynolds richards richardson roberts robertson robinson rogers rose
    ross russell saunders scott shah sharma shaw simpson singh smith stevens stewart taylor thomas thompson thomson
    turner walker walsh ward watson west white wilkinson williams wilson winter wood wright young
    """
)
# What stands behind "mr" and is the next word of the sentence.
NO_NAMES = _words(
    """
    a about also an and as asked at both but came can did do does for from got had has he if in is it my never
    not of on or our said says she so that the then they this to told too wants was went who whose will with
    would
    """
)
# With a capital letter, and no name: roles, times, papers, institutions, and the words that sentences begin with.
NEVER_NAMES = _words(
    """
    a abuse academy accommodation act adhd adoption adult adults advice afghan african after age all allowance
    also an and any april are asb asd asian asked asperger's at august aunt auntie autism autistic autumn avenue
    b&b baby badge bailiff bailiffs band because been before being benefit benefits black blue board borough
    both brexit british brother but camhs can care carer caseworker catholic cc centre cerebral charge chc child
    children christian christmas church citizens city client clinic close code college committee complaints
    coronavirus could council county court covid credit ctr customer dad daughter dear december decision
    department dfg did direct disability disabled district dla do doctor does dols domestic down down's dr drive
    dwp dyslexia each east easter education educational ehc ehcp email enforcement england english environment
    environmental epilepsy every excel facebook facilities faithfully family father fault february final finance
    form foster fostering friday gardens get google got government gp grammar grandad grandma grant great green
    guardian guidance gypsy had has hb he head health hello her hey hi high highways hill him hindu his hmrc
    home homeless homelessness homes hospital house housing how i ico if in independence infant injustice ipsea
    ireland irish is it its january jewish july june junior key kids kinship la lado landlord lane language
    legal letter level lgo lgsco little living lockdown lodge london lower madam manager march may mencap might
    mind miss monday mother mr mrs ms mum muslim must mx my nan needs neighbour new nhs no north not notice
    november nurse nursery occupational october of office officer old ombudsman on or ot our out outlook page
    palsy panel para paragraph parish park parking part payment payments pcn pda penalty personal phase phone
    pip plan planner planning please police polish primary psychologist ptsd redress regards regulations remedy
    road roma romanian royal rp said saturday says school scope scotland scottish secondary section sen senco
    senco's send september service services shall she shelter should sikh since sincerely sir sister so social
    some son south special speech spring stage step street summer sunday surgery sw syrian ta tax teacher team
    teams temporary than thank thanks that the their then therapist therapy there these they this those thursday
    tier to told tourette's town transport traveller travellers tribunal tuesday turkish twin twins uc uk
    ukrainian uncle unit universal university upheld upper wales was way we wednesday welsh were west what
    whatsapp when where which white who whose why will winter word worker would wrote year yes you zoom
    """
)
POSTCODE_AREAS = _words(
    """
    ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk
    fy g gl gu ha hd hg hp hr hs hu hx ig im ip iv ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np
    nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw
    ub w wa wc wd wf wn wr ws wv yo ze
    """
)
