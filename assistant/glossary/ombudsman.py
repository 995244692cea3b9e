"""The Ombudsman's own words: what a decision, its outcomes and its remedies are called."""

OMBUDSMAN = r"""
Fault | at fault; council fault | what decisions call maladministration or service failure: something done wrongly,
    late or not at all. | assessment_code | -
Maladministration | mal admin; maladmin; maladministration and injustice | getting the administration wrong, such as
    delay, ignoring rules, poor records or misleading advice; newer decisions say “fault”. | assessment_code | -
Service failure | failure of service | a service not given as it should be, even where nobody is to blame, for example
    because of a national shortage of specialists. | decision_shortage | -
Injustice | significant injustice; personal injustice | the harm that fault caused to a person; where fault caused
    none that matters, there is nothing to put right for that person. | decision_procedure | -
Avoidable distress | distress | upset, frustration, worry or uncertainty that the fault caused and that need not have
    happened. | decision_panel | -
Uncertainty | - | not knowing whether things would have gone better without the fault; it counts as an injustice of
    its own. | decision_procedure | -
Outrage | sense of outrage | a sense of wrong where the fault did the person little harm otherwise; distress is the
    word for significant harm. | remedies_adults | -
Time and trouble | time & trouble | the extra effort of pursuing a complaint because of fault, beyond what complaining
    always takes. | assessment_code | -
Quantifiable loss | financial loss; quantifiable financial loss | money that can be counted, such as arrears, refunds
    and costs; it is repaid, not estimated. | remedies_role | -
Symbolic payment | token payment; symbolic sum; compensation payment; compensation | a modest sum that acknowledges
    the effect of fault; it is not damages, and the Ombudsman does not call it compensation. | decision_conference | -
Remedy | redress; remedies | what a body does to put right the injustice its fault caused: an apology, action, money
    that was lost, or a symbolic payment. | remedies_role | -
Personal remedy | - | what is done for the person who suffered the injustice, as against a change for everybody. |
    compliance_manual | -
Service improvement | service improvements; service improvement recommendation | a change for everybody, such as
    training or a new procedure, so that the fault does not happen again. | compliance_manual | -
Agreed action | agreed actions; recommended action; recommendation | what the body has accepted to do, with dates;
    older decisions say “recommended action”, and a body may refuse. | remedies_role | -
Final decision | decision | the published conclusion of a case; both sides have seen and commented on a draft before
    it. | decision_address | -
Draft decision | provisional view; draft decision statement | the version sent to both sides for comments before the
    final decision; it can still change. | decision_address | -
Decision statement | statement of reasons; decision notice | the document that sets out an ordinary decision with its
    reasons; nobody is named in it but the body complained of. | statements_manual | -
Public interest report | public report; report; section 30 report | a formal report for cases that matter to many or
    went badly wrong; the body must publicise it and consider it at council or cabinet. | link_officers | -
Body in jurisdiction | binj; bodies in jurisdiction | any organisation that the Ombudsman may investigate: councils,
    care providers and some other public bodies. | assessment_code | -
Assessment Code | assessment stage; four tests | the rules for choosing which complaints are investigated: first what
    the law allows, then public interest, injustice, fault and remedy. | assessment_manual | -
Upheld | complaint upheld; uphold; partly upheld | fault was found, or the body accepted it and put things right; it
    does not always mean a payment, or even that there was injustice. | decision_no_injustice | -
Not upheld | complaint not upheld | the complaint was investigated and no fault was found. | decision_not_upheld | -
Closed after initial enquiries | closed; closed after enquiries | the Ombudsman looked at the complaint and will not,
    or cannot, investigate it; nothing is decided about fault. | decision_closed | -
Discontinued | investigation discontinued; discontinuation | an investigation that was stopped, for example because
    the person went to court. | decision_discontinued | -
Cannot investigate | outside jurisdiction; out of jurisdiction; no jurisdiction; jurisdiction | the law does not allow
    an investigation, for example of what a court or tribunal has decided. | assessment_code | -
Will not investigate | decline to investigate | the Ombudsman may look at the matter but chooses not to, for example
    because there is too little fault or injustice, or another body is better placed. | decision_no_reason | -
The 12-month rule | 12 month rule; 12-month rule; twelve month rule; 12 months rule; time limit; late complaint; 12
    month limit; twelve month limit | a complaint is late when it reaches the Ombudsman more than 12 months after the
    person knew of the problem; there must then be good reason to look at it. | local_government_act, section/26B |
    late complaint to the Ombudsman, more than 12 months
Premature complaint | premature; premature complaints; referred back for local resolution | one that reaches the
    Ombudsman before the body has had a fair chance to answer it, usually 12 weeks. | homelessness_factsheet | -
Right of appeal | appeal right; tribunal right; alternative legal remedy | where a person can appeal to a tribunal or
    go to court, the Ombudsman normally leaves the matter to them. | local_government_act, section/26 | right of
    appeal to a tribunal or court used instead
Balance of probabilities | more likely than not | how the Ombudsman decides disputed facts: what is more likely than
    not to have happened. | assessment_code | -
Precedent | binding precedent; comparable decision | no decision binds the next one, as each case turns on its facts;
    but similar facts should lead to similar remedies. | remedies_role | -
Corporate complaints procedure | corporate complaint procedure; corporate complaint; corporate process; corporate
    complaints process | a council’s ordinary way of answering complaints; to use it where the law gives children’s
    complaints their own procedure can be fault. | decision_procedure | corporate complaints procedure used instead of
    the statutory one
Complaint Handling Code | - | the Ombudsman’s standard for how councils answer complaints, to be applied from April
    2026. | newsletter_2024 | -
Section 26D | - | the power to look at injustice to other people, who did not complain, that comes to light in an
    investigation. | local_government_act, section/26D | -
Link officer | - | the person in a council who deals with the Ombudsman’s enquiries. | link_officers | -
Joint Working Team | joint working; jwt; joint investigation | the team of the two ombudsmen for complaints about
    health and care together; each body gets its own page and its own outcome. | decision_joint | -
Information Commissioner | ico; information commissioner's office; information commissioners office | the regulator of
    information rights, usually better placed for complaints about data or freedom of information; the distress of a
    leak may still be looked at as part of a wider complaint. | decision_information | data breach left to the
    Information Commissioner
LGSCO (Local Government and Social Care Ombudsman) | lgsco; lgo; local government ombudsman; local government and
    social care ombudsman; the ombudsman; ombudsman; ombo | the ombudsman for complaints about councils and adult
    social care providers in England; free to use, after the body’s own procedure. | local_government_act | -
PHSO (Parliamentary and Health Service Ombudsman) | phso; health ombudsman; parliamentary ombudsman; parliamentary and
    health service ombudsman | the ombudsman for the NHS in England and for government departments; cases that mix
    health and care are looked at jointly. | decision_joint | -
Information sharing with Ofsted and the CQC | ofsted sharing; cqc sharing; information sharing agreement | decisions
    on children’s services go to Ofsted, those on care providers to the Care Quality Commission. | decision_provider |
    -
"""
