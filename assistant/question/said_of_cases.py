"""Words for cases, and for the people whose cases they are, as patterns that several readers of a question share."""

CASES = (
    r"(?:ones|cases|decisions|complaints|examples|outcomes|statements|results|precedents|comparators|findings|stuff)"
)
PERSON = (
    r"(?:carers?|complainants?|parents?|mums?|mothers?|dads?|fathers?|famil(?:y|ies)|people|person|persons?"
    r"|someone|somebody|anyone"
    r"|anybody|they|residents?|applicants?|tenants?|claimants?|clients?|ppl|neighbours?|drivers?|daughters?|sons?"
    r"|relatives?)"
)
