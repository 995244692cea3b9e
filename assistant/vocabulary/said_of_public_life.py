"""What people say of councillors, elections and the services that stand alone, and how decisions write it."""

COUNCILLORS_AND_ELECTIONS = r"""
cllrs? ~> councillor
(?:parish|town|district|borough|county)? ?(?:cllr|councillor)s? +> councillor conduct; councillor's conduct
    ; complaint about a councillor; standards complaint
monitoring officers? | independent person => monitoring officer; councillor conduct; code of conduct complaint
    ; standards complaint
code of conduct | standards (?:committee|complaint|board|regime) | register of interests
    | declar\w+ (?:of |an )?interests? => code of conduct complaint; councillor conduct; standards complaint
(?:postal|proxy) votes?(?: pack| papers?)? | ballot(?: papers?| box)? | polling (?:cards?|stations?|day|place)
    | voter id => postal vote; election; Returning Officer; Electoral Registration Officer
electoral (?:roll|register) | (?:register|registered|registering) to vote | taken off the (?:roll|register)
    => electoral register; Electoral Registration Officer
by-?elections? | election(?: expenses| count)? | returning officer | nomination papers? => election; Returning Officer
(?:slag\w+|slat\w+|abus\w+|insult\w*|trolled|mocked|rude) (?:\w+ ){0,4}(?:facebook|twitter|social
    media|whatsapp|online|meeting|post\w*) +> councillor's conduct; complaint about a councillor
block(?:ed|ing|s)? (?:me|us|residents?)(?=.*\b(?:facebook|twitter|social media|page)\b)
    => councillor blocking a resident on social media ; councillor conduct
"""

OTHER_SERVICES = r"""
allotments?(?: tenancy| plot)? =! allotment
librar(?:y|ies|ian) =! library
museums? =! museum
swimming | leisure cent(?:re|er) | (?:council )?gym membership =! leisure centre; swimming
market (?:stalls?|traders?|pitch(?:es)?) =! market trader; market stall
beach huts? =! beach hut
busk(?:ing|ers?) =! busking
registrars? | register office | birth certificate | wedding =! register office; registrar; wedding
food hygiene | hygiene (?:rating|inspector|inspection) =! food hygiene
trading standards =! trading standards
dog warden | stray dogs? =! dog warden; stray dog
street ?lights? | street ?lighting | lamp ?posts? =! street light; street lighting; lamp column
gritting | gritted | gritters? | black ice =! gritting; winter maintenance
public (?:toilets?|conveniences?) =! public toilet
free school meals? =! free school meals
lollipop (?:lady|man|person) | school crossing patrols? =! school crossing patrol
DHPs? | disc(?:retionary)? housing payments? =! discretionary housing payment
pavement licen[cs]\w+ =! pavement licence
street trading =! street trading
(?:dog|animal) boarding | kennels? | dog breed\w+ =! animal boarding; dog breeding
(?:chang\w+|swapp\w+) (?:\w+ ){0,2}locks | lock(?:ed)? ?outs? | (?:illegal|unlawful)(?:ly)? evict\w+
    =! illegal eviction; unlawful eviction; changed the locks
free bus pass(?:es)? | concessionary (?:travel|bus pass\w*|fares?) | older person'?s bus pass
    => concessionary travel; bus pass
(?:procurement|tender(?:s|ing|ed)?|bidder) => tender; procurement
<going on in a park> +> park; leisure; events in a park; antisocial behaviour and parking at a park
land sale | (?:sold|selling|sale of) (?:\w+ ){0,3}land => sale of land; disposal of land
"""
