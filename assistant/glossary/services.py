"""The words of councils' services: sections of Acts, plans, meetings and the abbreviations people use for them."""

CHILDREN = r"""
Statutory children’s complaints procedure | statutory children's complaints procedure; statutory complaints procedure;
    statutory complaint procedure; children's statutory complaints procedure; statutory complaints process; statutory
    children's complaints process; children act complaint; children's complaints procedure | the three stages that the
    law lays down for complaints about children’s social care: an answer within 20 working days at most, an
    investigation within 13 weeks at most, then a panel. | decision_panel | statutory children's complaints procedure
Stage 1 (of the statutory children’s complaints procedure) | stage one; stg 1; stage 1 complaint | the council’s own
    answer, due within 20 working days at most. | decision_panel | delay at stage one of the statutory children's
    complaints procedure
Stage 2 (of the statutory children’s complaints procedure) | stage two; stg 2; stage 2 complaint; stage 2
    investigation | an investigator looks into it with an independent person beside, within 13 weeks at most. |
    decision_panel | delay at stage two of the statutory children's complaints procedure
Stage 3 (of the statutory children’s complaints procedure) | stage three; stg 3; stage 3 panel; review panel; stage
    three panel | a review panel meets within 30 days of being asked for, and the council replies within 20 days of
    its findings. | decision_panel | stage three review panel of the statutory children's complaints procedure
Independent person | ip | someone from outside the council who watches that a stage 2 investigation of a children’s
    complaint is fair. | decision_panel | -
Child in need (section 17, Children Act 1989) | cin; child in need plan; cin plan; section 17; section 17 children
    act; section 17 assessment | a child who needs the council’s help to be healthy, to develop, or because of a
    disability. | children_act, section/17 | child in need assessment and plan
Section 20, Children Act 1989 | section 20; section 20 accommodation; section 20 children act; voluntary accommodation
    | the council gives a child a place to live because nobody can, usually with the parents’ consent; the child is
    then looked after. | children_act, section/20 | section 20 accommodation of a child
Section 47, Children Act 1989 | section 47; section 47 enquiry; section 47 investigation; section 47 children act;
    child protection enquiry; child protection investigation | the council’s enquiry where a child may be suffering
    significant harm. | children_act, section/47 | section 47 child protection enquiry
ICPC (initial child protection conference) | icpc; initial child protection conference; child protection conference;
    icp conference; case conference | the meeting after an enquiry that decides whether a child needs a child
    protection plan. | decision_conference | initial child protection conference
Child protection plan | cp plan; cpp; child protection | the plan for keeping a child safe who is thought to be at
    risk of significant harm, looked at again at review conferences. | decision_conference | child protection plan
Looked after child | lac; cla; looked-after child; child in care; looked after children | a child in the council’s
    care, by a court’s order or by agreement. | children_act, section/22 | looked after child
IRO (independent reviewing officer) | iro; independent reviewing officer | the officer who reviews the care plan of a
    looked after child and speaks up where it is not kept. | children_act, section/25A | independent reviewing officer
Care leaver | care leavers; leaving care | a young person who was looked after and has a right to advice and help from
    the council as an adult. | leaving_care_act | care leaver
Pathway plan | pathway plans | the plan of the help that a care leaver will get, kept up to date by the council. |
    leaving_care_act | care leaver pathway plan
Personal adviser | pa; pas | the person who helps a care leaver and keeps in touch under the pathway plan. |
    leaving_care_act | care leaver personal adviser
SGO (special guardianship order) | sgo; special guardian; special guardianship; special guardianship order; special
    guardianship allowance | a court’s order that gives someone other than the parents, often a relative, the care of
    a child until 18; an allowance can be paid. | children_act, section/14A | special guardianship allowance
Kinship care | kinship carer; connected person; connected carer; family and friends carer; friends and family carer;
    connected person carer | a relative or friend brings up a child; where the council arranged it, the child may be
    looked after and the carer owed fostering allowance. | children_act, section/22C | kinship carer not paid
    fostering allowance
LADO (local authority designated officer) | lado; designated officer; local authority designated officer | the officer
    who oversees allegations against people who work with children. | working_together | designated officer allegation
MASH (multi-agency safeguarding hub) | mash; multi agency safeguarding hub; safeguarding hub | the team of council,
    police and health that receives worries about children and decides what happens next. | working_together |
    safeguarding hub referral
C&F assessment | c&f; child and family assessment; c and f assessment; single assessment; c&f assessment | the social
    worker’s assessment of what a child and family need; the basis for a plan or for closing the case. |
    working_together | child and family assessment
Short breaks | short break; respite | a rest for the carers of a disabled child while the child is looked after or
    doing something. | children_act, section/17 | short breaks respite for a disabled child
"""

EDUCATION = r"""
EHC plan (education, health and care plan) | ehcp; ehc plan; education health and care plan; education, health and
    care plan; ehc plans | the legal document that sets out a child’s special educational needs and the help and
    school the council must secure. | families_act, section/37 | education health and care plan
EHC needs assessment | ehcna; ehc assessment; ehc needs assessment; ehcp assessment; needs assessment | the council’s
    assessment of a child’s special educational needs; the whole way to a final plan has a limit of 20 weeks. |
    families_act, section/36 | delay in an EHC needs assessment
SEN (special educational needs) | sen; send; special educational needs; special needs; special educational needs and
    disability | needs that call for more or other help with learning than others of that age get. | families_act,
    section/20 | special educational needs provision
Section F | section f provision; section f of the plan | the part of an EHC plan that lists the help the child must
    get; the council itself must see that it is given. | families_act, section/42 | special educational provision in
    section F not delivered
Section I | section i; section i placement | the part of an EHC plan that names the school or kind of school. |
    families_act, section/37 | school named in section I
Section B | section b | the part of an EHC plan that describes the child’s special educational needs. | families_act,
    section/37 | special educational needs described in section B
Section 42, Children and Families Act 2014 | section 42; section 42 duty; section 42 children and families act | the
    council’s duty to secure the help that an EHC plan lists. | families_act, section/42 | section 42 duty to secure
    provision in the plan
Annual review | ar; annual reviews; ehcp review | the yearly look at an EHC plan; the council must say within 4 weeks
    of the meeting whether it keeps, changes or ends the plan. | families_act, section/44 | delay after an annual
    review
Phase transfer | phase transfers; key stage transfer; transition review | the review of an EHC plan before a child
    moves to the next stage of school, with a fixed date for the changed plan. | families_act, section/44 | phase
    transfer review late
Section 19, Education Act 1996 | section 19; section 19 duty; section 19 education act; section 19 provision;
    education otherwise than at school; medical needs education | the council’s duty to arrange suitable education for
    a child who cannot attend school because of illness, exclusion or otherwise. | education_act, section/19 | section
    19 duty education out of school
Alternative provision | ap; alternative education | education the council or school arranges elsewhere for a child who
    cannot attend school. | education_act, section/19 | alternative provision not made
EOTAS (education otherwise than at school) | eotas; education other than at school; eotis | education under an EHC
    plan that is given outside any school or college. | families_act, section/61 | education otherwise than at school
EBSA (emotionally based school avoidance) | ebsa; ebsna; school refusal; emotionally based school avoidance; school
    refuser | a child cannot face school because of anxiety; the council may then owe other education. |
    education_act, section/19 | anxiety school avoidance no education
SEND Tribunal | sendist; send tribunal; first tier tribunal; first-tier tribunal; ftt | the tribunal for appeals about
    EHC plans; what was or could be appealed there is normally not for the Ombudsman. | families_act, section/51 |
    special educational needs tribunal appeal right
EP (educational psychologist) | ep; ed psych; educational psychologist; educational psychologists; eps; ed psychs |
    the specialist whose advice an EHC assessment needs; a shortage of them is service failure all the same. |
    decision_shortage | educational psychologist shortage
SALT (speech and language therapy) | salt; slt; speech and language therapy; speech therapy; speech and language
    therapist | help with speaking, understanding and sometimes swallowing; often listed in an EHC plan. |
    families_act, section/42 | speech and language therapy not provided
Permanent exclusion | pex; permanently excluded; expulsion | a pupil is removed from a school for good; the council
    must arrange education from the sixth school day. | education_act, section/19 | permanent exclusion education
IRP (independent review panel) | irp; independent review panel; exclusion panel | the panel that reviews a school’s
    decision to exclude a pupil for good. | education_act_2002, section/51A | independent review panel exclusion
Admission appeal | school appeal; admissions appeal; school admission appeal; appeal panel; independent appeal panel |
    a parents’ appeal to an independent panel against the refusal of a school place. | school_standards_act,
    section/94 | school admission appeal panel
EHE (elective home education) | ehe; elective home education; home education; home schooling | parents choose to
    educate a child at home at their own cost. | education_act, section/7 | elective home education
School transport | home to school transport; school travel; post-16 transport; eligible child | free travel to school
    that the council owes to some children, for distance, special needs, an unsafe way or low income. | education_act,
    section/508B | school transport refused
"""

ADULTS = r"""
Care Act assessment | needs assessment; care needs assessment; social care assessment; section 9; section 9 assessment
    | the council’s assessment of an adult’s needs for care and support. | care_act, section/9 | care needs assessment
    delay
Carer’s assessment | carers assessment; carer's assessment; section 10; section 10 assessment | the assessment of what
    someone who looks after another adult needs. | care_act, section/10 | carer's assessment
Care and support plan | care plan; support plan | the plan that says how an adult’s eligible needs will be met and
    what that may cost. | care_act, section/25 | care and support plan
Personal budget | pb; personal budgets | the sum that the council says is needed to meet an adult’s eligible needs. |
    care_act, section/26 | personal budget cut
Direct payment | dp; dps; direct payments | money paid to a person to arrange their own care, instead of a service. |
    care_act, section/31 | direct payments
Personal assistant | pa; pas | someone whom a person employs, often with direct payments, for their care. | care_act,
    section/31 | personal assistant paid with direct payments
Section 117, Mental Health Act 1983 | section 117; section 117 aftercare; aftercare; after-care | free support that
    council and NHS owe together to some people after detention in hospital. | mental_health_act, section/117 |
    section 117 aftercare
Section 42, Care Act 2014 | section 42; section 42 enquiry; safeguarding enquiry; adult safeguarding enquiry;
    safeguarding investigation; section 42 care act | the council’s enquiry where an adult with care needs may be
    abused or neglected. | care_act, section/42 | adult safeguarding enquiry
SAR (safeguarding adults review) | sar; safeguarding adults review | a review by the safeguarding board after an adult
    died or was seriously harmed by abuse or neglect. | care_act, section/44 | safeguarding adults review
CHC (NHS continuing healthcare) | chc; continuing healthcare; continuing health care; nhs continuing healthcare; nhs
    chc | care outside hospital that the NHS pays for because the need is mainly for health care. | care_act,
    section/22 | NHS continuing healthcare
Financial assessment | means test; fairer charging | how the council works out what an adult pays towards care. |
    care_act, section/17 | financial assessment care charges
Deprivation of assets | doa; deliberate deprivation of assets; deprivation of capital; deliberate deprivation | giving
    away money or a home to pay less for care; the council may then charge as if the person still had it. | care_act,
    section/70 | deprivation of assets
Top-up fee | top up; topup; top-up; third party top-up; third party top up; third-party top-up; top-up fees | the
    difference someone else agrees to pay for a dearer care home; a place within the budget must have been on offer. |
    care_act, section/30 | care home top-up fee
Deferred payment agreement | dpa; deferred payment; deferred payments | the council pays for a care home and gets the
    money back later from the person’s home. | care_act, section/34 | deferred payment agreement
DRE (disability-related expenditure) | dre; disability related expenditure; disability-related expenditure | costs a
    person has because of a disability, which the council takes into account when it charges for care. | care_act,
    section/17 | disability-related expenditure
DoLS (deprivation of liberty safeguards) | dols; deprivation of liberty; deprivation of liberty safeguards | the
    checks that must be made before someone without capacity is kept in a care home or hospital. | mental_capacity_act
    | deprivation of liberty
Mental capacity | capacity; capacity assessment; lacks capacity | being able to make a decision when it has to be
    made; it is asked for each decision by itself. | mental_capacity_act, section/3 | mental capacity assessment
Best interests decision | best interests; best interest; best interests meeting | a decision made for someone who
    cannot make it, according to what is best for that person. | mental_capacity_act, section/4 | best interests
    decision
LPA (lasting power of attorney) | lpa; lasting power of attorney; power of attorney; poa; attorney | the power someone
    gave another to decide about money or about health and care. | mental_capacity_act, section/9 | lasting power of
    attorney
DFG (disabled facilities grant) | dfg; disabled facilities grant; disabled facility grant; adaptations grant; dfgs | a
    council grant for adapting a disabled person’s home, such as a level shower; the council must decide within 6
    months of a full application. | grants_act, section/34 | disabled facilities grant delay
OT (occupational therapist) | ot; occupational therapist; occupational therapy; ot assessment | the specialist who
    says which equipment or adaptations a person needs for daily life. | grants_act, section/24 | occupational
    therapist assessment delay
Blue Badge | bb; blue badges; disabled parking badge | the permit that lets disabled people park nearer to where they
    go. | disabled_persons_act, section/21 | blue badge refused
Reasonable adjustments | reasonable adjustment | changes that a body must make so that disabled people are not at a
    disadvantage. | equality_act, section/20 | reasonable adjustments not made
Supported living | extra care housing; supported accommodation | a home of one’s own with care brought in, as against
    a care home. | care_act, section/8 | supported living placement
"""

HOUSING_AND_MONEY = r"""
TA (temporary accommodation) | ta; temporary accommodation; temp accommodation; temp accom; interim accommodation;
    emergency accommodation; section 188 | a place to stay that the council gives a homeless household while it
    decides or finds a home. | housing_act_1996, section/188 | unsuitable temporary accommodation
Suitability review | section 202; section 202 review; suitability; review of suitability | the review a homeless
    person can ask for of the council’s decision or of the place offered, with an appeal to the county court behind
    it. | housing_act_1996, section/202 | suitability review of temporary accommodation
Prevention duty | section 195 | the council must help someone who is about to become homeless to keep or find a home.
    | housing_act_1996, section/195 | prevention duty homeless
Relief duty | section 189b | the council must help a homeless person to find a home, for 56 days as a rule. |
    housing_act_1996, section/189B | relief duty homeless
Main housing duty | main duty; section 193; full housing duty; full duty | the council must keep a homeless household
    in suitable accommodation until it has a settled home. | housing_act_1996, section/193 | main housing duty
Priority need | in priority need | a household that must be housed while homeless, for example because of children or
    vulnerability. | housing_act_1996, section/189 | priority need homelessness decision
Intentionally homeless | intentional homelessness; intentionality | the council says that someone gave up a home they
    could have kept; less is then owed. | housing_act_1996, section/191 | intentionally homeless decision
Local connection | local connection test | a tie to a council’s area, such as having lived or worked there, which
    decides who must help. | housing_act_1996, section/199 | local connection
PHP (personalised housing plan) | php; personalised housing plan; personal housing plan | the written plan of what
    council and homeless person will each do. | housing_act_1996, section/189A | personalised housing plan
B&B (bed and breakfast) | b&b; bed and breakfast; bnb; b and b; six week rule; 6 week rule | hotel-like rooms used for
    homeless households; families should be there only where there is nothing else, and for six weeks at most. |
    public_report | family in bed and breakfast more than six weeks
Housing register | housing list; waiting list; allocations; allocation scheme; housing allocations; banding | the list
    from which social homes are let, ordered by need under the council’s scheme. | housing_act_1996, section/166A |
    housing register application
HMO (house in multiple occupation) | hmo; house in multiple occupation; houses in multiple occupation | a home that
    people of several households share; larger ones need a licence. | housing_act_2004, section/254 | house in
    multiple occupation
Section 21 notice | section 21; no fault eviction; section 21 eviction | a private landlord’s notice under that Act to
    end a tenancy without giving a reason. | housing_act_1988, section/21 | section 21 notice homelessness
HB (housing benefit) | hb; housing benefit | a benefit for rent which councils run; an appeal goes to a tribunal. |
    benefits_act, section/130 | housing benefit overpayment
DHP (discretionary housing payment) | dhp; discretionary housing payment; discretionary housing payments | extra help
    with rent that a council may give someone on benefits. | pensions_act, section/69 | discretionary housing payment
CTS (council tax support) | cts; ctr; council tax support; council tax reduction | help with council tax under each
    council’s own scheme; disputes about it go to the Valuation Tribunal. | council_finance_act, section/13A | council
    tax support
Liability order | liability orders | a magistrates’ order that lets a council collect unpaid council tax, for example
    through enforcement agents. | council_finance_act, section/14 | liability order council tax
Enforcement agent | bailiff; bailiffs; enforcement agents | someone who collects debts by the power to take goods; the
    council answers for those who collect for it. | tribunals_act, section/62 | enforcement agents bailiffs
SAR (subject access request) | sar; subject access request; dsar; data subject access request; subject access | a
    person’s request to see what a body holds about them; complaints about it go to the Information Commissioner. |
    data_act | subject access request delay
FOI (freedom of information request) | foi; freedom of information; foia; freedom of information request; foi request
    | a request for information that a public body holds; complaints go to the Information Commissioner. |
    information_act, section/1 | freedom of information request
Data breach | personal data breach; breach of data protection; gdpr breach | personal information is lost or reaches
    someone who should not have it. | data_act | personal data breach
"""

PLACES = r"""
PCN (penalty charge notice) | pcn; penalty charge notice; penalty charge; parking ticket; parking fine | a council’s
    charge for parking or traffic contraventions, with its own appeal to a tribunal. | traffic_act, part/6 | penalty
    charge notice
TRO (traffic regulation order) | tro; traffic regulation order; traffic order | the order behind parking and traffic
    rules on a road. | road_traffic_act, section/1 | traffic regulation order
Public right of way | prow; right of way; rights of way; public footpath; public rights of way | a path or way that
    anyone may use; the council keeps the map of them. | highways_act, section/130 | public right of way obstructed
Section 106 agreement | section 106; planning obligation; planning obligations; s106 agreement | a promise by a
    developer, made with the council, that goes with a planning permission. | planning_act, section/106 | section 106
    agreement
Enforcement notice | planning enforcement notice; breach of condition notice | the council’s order to put right
    building or use that lacks planning permission. | planning_act, section/172 | planning enforcement notice
TPO (tree preservation order) | tpo; tree preservation order; tree preservation orders | an order that forbids felling
    or cutting a tree without the council’s consent. | planning_act, section/198 | tree preservation order
Material consideration | material considerations; material planning consideration | a matter that counts in deciding
    on a planning application, such as loss of light; the value of a house does not. | planning_act, section/70 |
    neighbour's amenity not considered planning application
Retrospective permission | retrospective planning permission; retrospective application | planning permission asked
    for after the work was done. | planning_act, section/73A | retrospective planning permission
Statutory nuisance | nuisance; abatement notice; noise nuisance | noise, smoke, smells and the like that harm health
    or are unreasonable; the council must then serve a notice. | protection_act, section/79 | statutory nuisance noise
EHO (environmental health officer) | eho; environmental health; environmental health officer | the officer who looks
    into noise, food, housing conditions and other risks to health. | protection_act, section/79 | environmental
    health officer nuisance complaint
ASB (antisocial behaviour) | asb; antisocial behaviour; anti-social behaviour; anti social behaviour | behaviour that
    causes harassment, alarm, distress or nuisance to others. | antisocial_act, section/2 | antisocial behaviour
    reports
Community trigger | asb case review; anti-social behaviour case review; community triggers; case review | a person’s
    right to have the bodies that deal with antisocial behaviour look at a case again together. | antisocial_act,
    section/104 | community trigger antisocial behaviour case review
Assisted collection | assisted collections; assisted pull out; assisted bin collection; assisted pull-out | bins are
    fetched from and brought back to the home of someone who cannot move them. | equality_act, section/20 | missed
    assisted bin collections
"""
