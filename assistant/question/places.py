"""Names of places and of the bodies that serve them, as tables.

England's councils, their short names and successors, and the councils of Wales, Scotland and Northern Ireland, which
have ombudsmen of their own.

Cores are names without their words of structure: "London Borough of Lambeth" has the core "lambeth".
"""

from __future__ import annotations

from assistant.question.words import table_words

COUNTIES = table_words(
    """
buckinghamshire cambridgeshire cumbria derbyshire devon dorset durham east_sussex essex gloucestershire hampshire
hertfordshire kent lancashire leicestershire lincolnshire norfolk north_yorkshire northamptonshire northumberland
nottinghamshire oxfordshire rutland somerset staffordshire suffolk surrey warwickshire west_sussex worcestershire
"""
)

LONDON = table_words(
    """
barking_and_dagenham barnet bexley brent bromley camden croydon ealing enfield greenwich hackney hammersmith_and_fulham
haringey harrow havering hillingdon hounslow islington kensington_and_chelsea kingston_upon_thames lambeth lewisham
merton newham redbridge richmond_upon_thames southwark sutton tower_hamlets waltham_forest wandsworth westminster
"""
)

# Metropolitan districts and unitary councils: one council for everything. Districts share their area with a county.
METROPOLITAN = table_words(
    """
barnsley birmingham bolton bradford bury calderdale coventry doncaster dudley gateshead kirklees knowsley leeds
liverpool manchester newcastle_upon_tyne north_tyneside oldham rochdale rotherham salford sandwell sefton sheffield
solihull south_tyneside st_helens stockport sunderland tameside trafford wakefield walsall wigan wirral wolverhampton
"""
)

UNITARY = table_words(
    """
bath_and_north_east_somerset bedford blackburn_with_darwen blackpool bournemouth_christchurch_and_poole bracknell_forest
brighton_and_hove bristol central_bedfordshire cheshire_east cheshire_west_and_chester cornwall cumberland darlington
derby east_riding_of_yorkshire halton hartlepool herefordshire isle_of_wight isles_of_scilly kingston_upon_hull
leicester luton medway middlesbrough milton_keynes north_east_lincolnshire north_lincolnshire north_northamptonshire
north_somerset nottingham peterborough plymouth portsmouth reading redcar_and_cleveland shropshire slough
south_gloucestershire southampton southend_on_sea stockton_on_tees stoke_on_trent swindon telford_and_wrekin thurrock
torbay warrington west_berkshire west_northamptonshire westmorland_and_furness wiltshire windsor_and_maidenhead
wokingham york
"""
)

DISTRICTS = table_words(
    """
adur allerdale amber_valley arun ashfield ashford aylesbury_vale babergh barrow_in_furness basildon
basingstoke_and_deane bassetlaw blaby bolsover boston braintree breckland brentwood broadland bromsgrove broxbourne
broxtowe burnley cambridge cannock_chase canterbury carlisle castle_point charnwood chelmsford cheltenham cherwell
chesterfield chichester chiltern chorley colchester copeland corby cotswold craven crawley dacorum dartford daventry
derbyshire_dales dover east_cambridgeshire east_devon east_dorset east_hampshire east_hertfordshire east_lindsey
east_northamptonshire east_staffordshire east_suffolk eastbourne eastleigh eden elmbridge epping_forest
epsom_and_ewell erewash exeter fareham fenland folkestone_and_hythe forest_heath forest_of_dean fylde gedling gloucester
gosport gravesham great_yarmouth guildford hambleton harborough harlow harrogate hart hastings havant hertsmere
high_peak hinckley_and_bosworth horsham huntingdonshire hyndburn ipswich kettering kings_lynn_and_west_norfolk
lancaster lewes lichfield lincoln maidstone maldon malvern_hills mansfield melton mendip mid_devon mid_suffolk
mid_sussex mole_valley new_forest newark_and_sherwood newcastle_under_lyme north_devon north_dorset
north_east_derbyshire north_hertfordshire north_kesteven north_norfolk north_warwickshire north_west_leicestershire
northampton norwich nuneaton_and_bedworth oadby_and_wigston oxford pendle preston purbeck redditch
reigate_and_banstead ribble_valley richmondshire rochford rossendale rother rugby runnymede rushcliffe rushmoor ryedale
scarborough sedgemoor selby sevenoaks shepway somerset_west_and_taunton south_bucks south_cambridgeshire
south_derbyshire south_hams south_holland south_kesteven south_lakeland south_norfolk south_northamptonshire
south_oxfordshire south_ribble south_somerset south_staffordshire spelthorne st_albans st_edmundsbury stafford
staffordshire_moorlands stevenage stratford_on_avon stroud suffolk_coastal surrey_heath swale tamworth tandridge
taunton_deane teignbridge tendring test_valley tewkesbury thanet three_rivers tonbridge_and_malling torridge
tunbridge_wells uttlesford vale_of_white_horse warwick watford waveney waverley wealden wellingborough
welwyn_hatfield west_devon west_lancashire west_lindsey west_oxfordshire west_suffolk winchester woking worcester
worthing wychavon wycombe wyre wyre_forest
"""
)

ENGLISH_CORES: frozenset[str] = frozenset(
    core.replace("_", " ")
    for names in (COUNTIES, LONDON, METROPOLITAN, UNITARY, DISTRICTS, ("city_of_london",))
    for core in names
)
LONDON_CORES: frozenset[str] = frozenset(core.replace("_", " ") for core in LONDON)
COUNTY_CORES: frozenset[str] = frozenset(core.replace("_", " ") for core in COUNTIES)
METROPOLITAN_CORES: frozenset[str] = frozenset(core.replace("_", " ") for core in METROPOLITAN)
UNITARY_CORES: frozenset[str] = frozenset(core.replace("_", " ") for core in UNITARY)
DISTRICT_CORES: frozenset[str] = frozenset(core.replace("_", " ") for core in DISTRICTS)
# These councils have "county" in their names and no districts beneath them.
UNITARY_COUNTIES = frozenset({"durham", "northumberland", "rutland"})

# What people type → the core or cores that it means. Short forms that several councils share (LCC, NCC, BCC) are left
# out: a wrong council is worse than none.
_SHORT_FORMS = """
lancs=lancashire|notts=nottinghamshire|staffs=staffordshire|derbys=derbyshire|lincs=lincolnshire|leics=leicestershire
northants=northamptonshire|cambs=cambridgeshire|herts=hertfordshire
hants=hampshire|bucks=buckinghamshire|wilts=wiltshire|glos=gloucestershire|gloucs=gloucestershire|oxon=oxfordshire
worcs=worcestershire|warks=warwickshire|shrops=shropshire|salop=shropshire|northumb=northumberland|hereford=herefordshire
county durham=durham|co durham=durham|iow=isle of wight|north yorks=north yorkshire|n yorks=north yorkshire
n yorkshire=north yorkshire|nycc=north yorkshire|kcc=kent|escc=east sussex|wscc=west sussex
e sussex=east sussex|w sussex=west sussex|east riding=east riding of yorkshire|e riding=east riding of yorkshire
east yorkshire=east riding of yorkshire|east yorks=east riding of yorkshire
brum=birmingham|bham=birmingham|b'ham=birmingham|manc=manchester|mcr=manchester|lpool=liverpool
l'pool=liverpool|soton=southampton|pompey=portsmouth|hull=kingston upon hull|stoke=stoke on trent|wolvo=wolverhampton
w'ton=wolverhampton|sheff=sheffield|notts city=nottingham|nottm=nottingham|newcastle=newcastle upon tyne
brighton=brighton and hove|hove=brighton and hove|bhcc=brighton and hove
bath=bath and north east somerset|banes=bath and north east somerset
bath and ne somerset=bath and north east somerset|b and nes=bath and north east somerset
bcp=bournemouth christchurch and poole|bournemouth=bournemouth christchurch and poole
poole=bournemouth christchurch and poole|bournemouth and poole=bournemouth christchurch and poole
lbth=tower hamlets|rbkc=kensington and chelsea|kensington=kensington and chelsea|k and c=kensington and chelsea
ken and chelsea=kensington and chelsea|rbwm=windsor and maidenhead|windsor=windsor and maidenhead
maidenhead=windsor and maidenhead|rbk=kingston upon thames|kingston=kingston upon thames|rbg=greenwich
lbbd=barking and dagenham|barking=barking and dagenham|dagenham=barking and dagenham
lbhf=hammersmith and fulham|h and f=hammersmith and fulham|hammersmith=hammersmith and fulham
fulham=hammersmith and fulham|richmond=richmond upon thames|w forest=waltham forest|lbwf=waltham forest
tfl=transport for london|nyc=north yorkshire|cec=cheshire east|bmdc=bradford
mk=milton keynes|telford=telford and wrekin|redcar=redcar and cleveland
blackburn=blackburn with darwen|stockton=stockton on tees|southend=southend on sea
cheshire west=cheshire west and chester
cwac=cheshire west and chester|chester=cheshire west and chester|huddersfield=kirklees|dewsbury=kirklees
halifax=calderdale|ne lincs=north east lincolnshire|n lincs=north lincolnshire|n e lincs=north east lincolnshire
n somerset=north somerset|north som=north somerset|s glos=south gloucestershire|south glos=south gloucestershire
w northants=west northamptonshire|west northants=west northamptonshire|n northants=north northamptonshire
north northants=north northamptonshire|wnc=west northamptonshire|nnc=north northamptonshire
w berks=west berkshire|west berks=west berkshire|central beds=central bedfordshire|c beds=central bedfordshire
e suffolk=east suffolk|w suffolk=west suffolk|east herts=east hertfordshire|north herts=north hertfordshire
east cambs=east cambridgeshire|south cambs=south cambridgeshire|east hants=east hampshire|east staffs=east staffordshire
south staffs=south staffordshire|west lancs=west lancashire|west oxon=west oxfordshire|south oxon=south oxfordshire
nw leicestershire=north west leicestershire|nw leics=north west leicestershire
north west leics=north west leicestershire
nuneaton=nuneaton and bedworth|bedworth=nuneaton and bedworth|oadby=oadby and wigston|epsom=epsom and ewell
welwyn=welwyn hatfield|kings lynn=kings lynn and west norfolk|basingstoke=basingstoke and deane
reigate=reigate and banstead
newark=newark and sherwood|folkestone=folkestone and hythe|tonbridge=tonbridge and malling|saint helens=st helens
saint albans=st albans|hinckley=hinckley and bosworth|barrow=barrow in furness|westmorland=westmorland and furness
cheshire=cheshire east,cheshire west and chester|sussex=east sussex,west sussex|s tyneside=south tyneside
n tyneside=north tyneside|tyneside=north tyneside,south tyneside|bedfordshire=bedford,central bedfordshire
beds=bedford,central bedfordshire|city of london corporation=city of london|cornwall county=cornwall
forest of dene=forest of dean|stratford upon avon=stratford on avon|stratford=stratford on avon
"""
SHORT_FORMS: dict[str, tuple[str, ...]] = {
    said: tuple(meant.split(","))
    for said, _, meant in (entry.partition("=") for entry in _SHORT_FORMS.strip().replace("\n", "|").split("|"))
}

# Councils that became others (Local government reorganisation, 2019 to 2023): a mention of the old name means what is
# held of the old council and of those that took over.
_SUCCESSORS = """
cumbria=cumberland,westmorland and furness|allerdale=cumberland|carlisle=cumberland|copeland=cumberland
barrow in furness=westmorland and furness|eden=westmorland and furness|south lakeland=westmorland and furness
northamptonshire=north northamptonshire,west northamptonshire|corby=north northamptonshire
east northamptonshire=north northamptonshire|kettering=north northamptonshire|wellingborough=north northamptonshire
daventry=west northamptonshire|northampton=west northamptonshire|south northamptonshire=west northamptonshire
aylesbury vale=buckinghamshire|chiltern=buckinghamshire|south bucks=buckinghamshire|wycombe=buckinghamshire
craven=north yorkshire|hambleton=north yorkshire|harrogate=north yorkshire|richmondshire=north yorkshire
ryedale=north yorkshire|scarborough=north yorkshire|selby=north yorkshire|mendip=somerset|sedgemoor=somerset
somerset west and taunton=somerset|taunton deane=somerset|south somerset=somerset|forest heath=west suffolk
st edmundsbury=west suffolk|suffolk coastal=east suffolk|waveney=east suffolk|shepway=folkestone and hythe
east dorset=dorset|north dorset=dorset|purbeck=dorset
"""
SUCCESSORS: dict[str, tuple[str, ...]] = {
    old: tuple(new.split(","))
    for old, _, new in (entry.partition("=") for entry in _SUCCESSORS.strip().replace("\n", "|").split("|"))
}

# Names and short forms that are also ordinary words, persons' names or places one merely goes to: they mean a council
# only where the words around them say so.
ORDINARY_NAMES: frozenset[str] = frozenset(
    table_words(
        """
adur arun ashford barking barrow bath beds blaby boston bury chester chorley corby cotswold craven crawley derby dover
dudley eden epping epsom fylde gosport hackney halton harlow hart hastings hereford hove hull kensington kingston
lancaster lewes lincoln maldon manc mansfield mcr melton merton mk newark newcastle nnc pendle poole preston rbg rbk
reading redcar ribble richmond rother rugby rutland sale selby slough stafford stockton stratford stroud sutton swale
tamworth telford torridge warwick waverley wealden wells westminster westmorland winchester windsor wnc wyre
"""
    )
)

WELSH = table_words(
    """
cardiff swansea newport wrexham conwy gwynedd powys ceredigion bridgend caerphilly torfaen flintshire denbighshire
pembrokeshire carmarthenshire monmouthshire anglesey merthyr merthyr_tydfil rhondda rhondda_cynon_taf rct blaenau_gwent
neath_port_talbot vale_of_glamorgan ynys_mon
"""
)
# Towns without a council of their name, apart from those that are also ordinary words or places in England.
WELSH_TOWNS = table_words(
    """
llanelli aberystwyth rhyl barry neath port_talbot llandudno colwyn_bay pontypridd cwmbran holyhead carmarthen penarth
haverfordwest milford_haven brecon ebbw_vale tredegar abergavenny chepstow monmouth prestatyn caernarfon porthcawl
maesteg ammanford tenby lampeter ruthin denbigh dolgellau pwllheli llangollen welshpool deeside
"""
)
SCOTTISH_TOWNS = table_words(
    """
paisley ayr kilmarnock motherwell livingston dunfermline kirkcaldy perth cumbernauld oban elgin dumbarton greenock
arbroath fort_william airdrie coatbridge east_kilbride galashiels stranraer
"""
)
NORTHERN_IRISH_TOWNS = table_words(
    """
lurgan craigavon coleraine ballymena omagh enniskillen dungannon cookstown strabane portadown larne limavady
newtownabbey newtownards carrickfergus
"""
)
SCOTTISH = table_words(
    """
aberdeen aberdeenshire angus argyll argyll_and_bute clackmannanshire dumfries dumfries_and_galloway dundee east_ayrshire
east_dunbartonshire east_lothian east_renfrewshire edinburgh falkirk fife glasgow highland inverclyde midlothian moray
north_ayrshire north_lanarkshire orkney perth_and_kinross renfrewshire scottish_borders shetland south_ayrshire
south_lanarkshire stirling west_dunbartonshire west_lothian inverness
"""
)
NORTHERN_IRISH = table_words(
    """
belfast derry derry_and_strabane antrim antrim_and_newtownabbey ards_and_north_down armagh causeway_coast_and_glens
fermanagh fermanagh_and_omagh lisburn lisburn_and_castlereagh mid_and_east_antrim mid_ulster newry
newry_mourne_and_down londonderry
"""
)
