"""Words that a misspelling may be put right to: those of the field, and those of asking about its decisions.

Nothing else is ever put in the place of a word that was typed. The decisions' own phrases of ``said_of_*`` belong to
them; ``_MORE_WORDS`` are what people type of the same matters in other forms, and what they ask with.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.vocabulary.terms import TERMS
from assistant.vocabulary.words import KIND_WORDS, STOP_WORDS

_MORE_WORDS = """
accommodation accepted access accessible acknowledge acknowledged adapted adjustment admission adopted adopter
advocate agency agencies agreed allegation allocated allocation allocations allowance amended annual apologise
apologised apology appeal appealed appeals appointment appropriate arrears assess assessed assessment assessments
assessor assets assistance attendance attended autism autistic available avoidable backdated badge bailiff bailiffs
banding banded bathroom because bedroom behaviour benefit benefits bereaved bereavement breach breached brother
building bungalow bullied bullying bursary carer carers cancelled cemetery certificate charge charged charges charging
childminder children circumstances closed collected collection collections college commissioned communication
compensated compensation complained complaint complaints concerns conference confidential consultation contract
contribution control corrected correspondence council councillor councillors councils counselling daughter debt
decided decision decisions declined deferred delay delayed delays delivered dementia department deprivation
developer diabetes diagnosed diagnosis direct disability disabled discharge discharged discontinued discretion
discretionary discrimination dismissed disrepair distress district documents domestic domiciliary drainage dropped
dyslexia education educational eligible eligibility emergency emotional employee enforcement enquiries enquiry
environmental equipment eviction evicted evidence examples excluded exclusion exclusions expenses extension facilities
facility failed failing failure families family father fault fees finance financial flooded flooding foster fostered
fostering footpath forgot garden government grandchild grandchildren granddaughter grandmother grandparents grandson
grant guardian guardians guardianship guidance harassed harassment hearing hedge highway highways homeless homelessness
hospital hotel household housing hygiene ignored ignoring illegal immediately improvement inaccurate inadequate income
incorrect incorrectly independent information injustice inspection inspector insulation intentionally interim
investigate investigated investigation investigations investigator invoice involved issued judgement kitchen landlord
language leasehold letter liability library licence licensing living local maintenance maladministration managed
management meeting mediation medical medication memorial missed mobility mother mouldy naming necessary neglect
neglected neighbour neighbours neighbouring noise nuisance nursery nursing objection occupational offered officer
officers official ombudsman overpaid overpayment overcrowded parent parents parking partner pathway patient payment
payments pavement penalty pension permanent permanently permission permit physiotherapy placement placed planning
playground policy pollution possession pothole potholes pregnant pressure previous procedure procedures professional
property proportionate provided provider providers provision psychiatric psychologist psychologists psychology
published pupil questions reasonable reasons receive received recommended recommendation recommendations record records
recycling redundant referral referred refugee refund refunded refusal refused refusing register registered relative
relatives remedies remedy removed repair repairs repayment replied report reported reports representative request
requested residence resident residential residents respite responded response responsible restricted review reviewed
rubbish safeguard safeguarding sanction schedule schizophrenia school schools section sensory separate separated
services severe sewage sheltered shortage siblings since sister social solicitor special specialist speech stairlift
standards statement statutory suitable suitability summons supervised support supported surveyor suspended taxpayer
temporary tenancy tenant tenants therapist therapists therapy threatened timetable traffic transfer transferred
transition transport tribunal truancy tuition tutor typical unadopted unlawful unreasonable unsafe unsuitable upheld
vacancy vehicle violence violent visited visits visually voucher vulnerable waiting warden welfare wheelchair withdrawn
withheld witness worker workers wrongly
only since instead between others without before after under during
adviser application caseworker consultation conversion correct definitely disappointed embarrassed experience
explanation finally guarantee independent occurred occasion particularly persistent procedure really separately
sincerely successful usually whether
"""
_LETTERS = re.compile(r"[a-z]{4,}")


@cache
def field_words() -> frozenset[str]:
    """Every word, in lower case and of four letters or more, that a misspelling may be put right to."""
    written = (word for term in TERMS for phrase in term.written for word in _LETTERS.findall(phrase.lower()))
    return frozenset({*written, *_MORE_WORDS.split(), *(word for word in KIND_WORDS if _LETTERS.fullmatch(word))})


@cache
def known_words() -> frozenset[str]:
    """Words that are never misspellings: the field's, the small ones, and all that people say in the tables."""
    said = (word for term in TERMS for word in _LETTERS.findall(term.said.lower()))
    return frozenset({*field_words(), *said, *STOP_WORDS, *KIND_WORDS})
