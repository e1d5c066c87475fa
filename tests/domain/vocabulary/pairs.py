"""What public services say, and what the arts say for it: sixty pairs that must meet.

Each line holds phrases of the one side and of the other. Some concept that a phrase is understood
as must be the same as, or linked to, some concept of the other side.
"""

# Alone these mean too many things to be required to meet; in a sentence they may.
TOO_WIDE_ALONE = {
    "company",
    "call",
}

PAIRS: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {
    1: (("service", "intervention"), ("project", "workshops", "sessions")),
    2: (("service user", "patient", "client"), ("participant", "member", "maker", "singer")),
    3: (("beneficiary", "target cohort"), ("audience", "community we work with")),
    4: (("outcome",), ("difference it makes", "what changes for people")),
    5: (("output",), ("sessions", "performances", "attendances")),
    6: (("outcome measure", "validated tool"), ("evaluation form", "participants' stories")),
    7: (
        ("reduce loneliness and social isolation",),
        ("make friends", "come together", "belonging", "company"),
    ),
    8: (("improve mental wellbeing",), ("feel good", "lifts the spirits", "joy")),
    9: (
        ("self-management of a long-term condition",),
        ("learning to live with it through art", "creative coping"),
    ),
    10: (
        ("increase self-efficacy", "patient activation"),
        ("confidence", "I can do this", "finding a voice"),
    ),
    11: (("prevention", "upstream"), ("open-to-all creative activity",)),
    12: (
        ("early help", "early intervention"),
        ("work with families and young children before crisis",),
    ),
    13: (("step-down", "recovery pathway"), ("keeping going after treatment", "alumni group")),
    14: (("clinical pathway",), ("artist in the clinic", "artist on the ward")),
    15: (
        ("social prescribing",),
        ("drop-in", "taster", "creative referral", "arts on prescription"),
    ),
    16: (("link worker", "community connector"), ("the person who brings people along",)),
    17: (("referral",), ("invitation", "introduction", "recruitment")),
    18: (
        ("pulmonary rehabilitation", "COPD breathlessness"),
        ("singing for breathing", "singing for lung health"),
    ),
    19: (
        ("falls prevention", "strength and balance"),
        ("dance for older people", "dance class"),
    ),
    20: (
        ("dementia support", "cognitive stimulation"),
        ("reminiscence", "memory boxes", "museum handling sessions"),
    ),
    21: (("carer respite", "carer wellbeing"), ("carers' choir", "time out together")),
    22: (("perinatal mental health",), ("singing with babies", "mothers' group")),
    23: (
        ("emotional wellbeing of CYP", "CAMHS waiting list"),
        ("youth theatre", "music-making", "beats and lyrics"),
    ),
    24: (("looked-after children",), ("young people in care making work",)),
    25: (
        ("NEET", "worklessness", "complex dependency"),
        ("skills", "portfolio", "Arts Award", "a route to work"),
    ),
    26: (("substance misuse recovery",), ("recovery arts", "recovery college course")),
    27: (
        ("severe mental illness",),
        ("artists with lived experience", "supported studio"),
    ),
    28: (
        ("chronic pain", "musculoskeletal pain"),
        ("movement, making and mark-making for pain",),
    ),
    29: (
        ("weight management", "obesity stigma"),
        ("body-positive dance", "celebrating bodies"),
    ),
    30: (
        ("health inequalities", "underserved groups"),
        ("people who don't usually come", "cold spots", "access"),
    ),
    31: (
        ("place-based", "neighbourhood health"),
        ("community arts", "on your doorstep"),
    ),
    32: (
        ("community cohesion", "community capacity"),
        ("festival", "carnival", "shared celebration"),
    ),
    33: (("asset-based approach",), ("start with people's talents",)),
    34: (("co-production",), ("making together", "devising", "collaborative practice")),
    35: (("person-centred care",), ("participant-led",)),
    36: (
        ("needs assessment", "JSNA"),
        ("knowing our community", "research and development"),
    ),
    37: (("evidence base",), ("track record", "case studies")),
    38: (("theory of change", "logic model"), ("why it works", "our approach")),
    39: (("service specification",), ("brief",)),
    40: (("invitation to tender", "call"), ("open call", "opportunity")),
    41: (("provider",), ("company", "studio", "venue", "ensemble", "artist")),
    42: (("supplier market", "market engagement"), ("sector", "meet-up", "network")),
    43: (
        ("prime contractor", "managing provider"),
        ("lead organisation", "producer"),
    ),
    44: (
        ("consortium", "supply chain"),
        ("partnership", "collective", "co-producers"),
    ),
    45: (("contract monitoring", "KPI"), ("report to funder", "targets")),
    46: (
        ("value for money", "unit cost"),
        ("budget", "ticket price", "cost per head"),
    ),
    47: (("full cost recovery",), ("core costs", "overheads")),
    48: (("social value",), ("giving back", "community benefit")),
    49: (("quality assurance",), ("artistic quality", "good practice")),
    50: (
        ("workforce", "practitioner competency"),
        ("artists", "facilitators", "freelancers"),
    ),
    51: (
        ("safeguarding", "clinical governance", "risk"),
        ("duty of care", "safe space"),
    ),
    52: (("information governance", "DPIA"), ("keeping details private",)),
    53: (
        ("retention", "completion", "DNA rate"),
        ("people keep coming back", "drop-off"),
    ),
    54: (("dose", "session frequency"), ("ten weekly sessions",)),
    55: (
        ("universal tier", "targeted tier", "specialist tier"),
        ("open to all", "for a group", "in care settings"),
    ),
    56: (("mobilisation", "exit plan"), ("set-up", "legacy")),
    57: (
        ("innovation grant", "test-and-learn"),
        ("pilot", "R&D", "seed commission"),
    ),
    58: (("personal health budget",), ("people paying for their own place",)),
    59: (("staff wellbeing", "sickness absence"), ("creative breaks for NHS staff",)),
    60: (
        ("healthy ageing", "frailty", "independence"),
        ("creative later life", "age-friendly"),
    ),
}
