"""The words around a name that tell whether it is meant as a place."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Place names that are also ordinary words or people's names. Found by looking for each of our
# names in small letters in 2.8 million words of grant descriptions and service texts, then read
# through by hand; people's names were added from the same lists.
ORDINARY = _words(
    """
    alba alva amble angle angus avon barking barry barton bath battle beds box bream buckley
    bucks burley burton bury capel carew chard clare clayton clint craven croft crook deal
    dent diss dollar duns eccles eden eye fairfield felling fleet flint grays grove hale ham
    hart hayes highland highlands hook hope hurst hyde idle lakes lancing leek lees lode lye
    march mere mold nelson ness newton norton ore par penn pickering pill poplar ramsey
    reading rugby rye sale sandwich sandy seething settle shaw shelf sherwood staines
    stanley stoke stone street walker walton ware washington welling wellington wells wick
    wing winton wool yell
    """
) | {
    f"st {saint}"
    for saint in _words("andrews annes anns augustines george georges james judes pauls")
}

# A month as well: "in March" alone is never a town in Cambridgeshire.
MONTHS = frozenset({"march"})

# The name of a direction until something says that it is a region.
DIRECTIONS = frozenset(
    f"{first}{space}{second}"
    for first in ("north", "south")
    for space in (" ", "")
    for second in ("east", "west")
) | {"borders", "midlands"}

# Names that several places have an equal claim to, so that even a district must be asked about:
# each is the usual name of a district and of a well-known town elsewhere.
CONTESTED = frozenset(
    {"ashford", "newport", "richmond", "newcastle", "wellington", "kingston", "stratford"}
)

PREPOSITIONS = _words(
    """
    in near across around throughout from within serving covering outside inside at between
    beyond yn ger ledled
    """
)
# After these a capitalised unknown word is worth asking about; after "from" or "at" it is
# as often a person or a building.
LOCATING = _words("in near across around throughout within covering outside")

PEOPLE_OF = _words(
    """
    people residents communities community families children adults carers city town borough
    county area region village parts part district boroughs north south east west centre
    university bishop diocese
    """
)
PLACE_NOUNS = _words(
    """
    council councils borough district town city county area village region residents station
    cathedral harbour seafront
    """
)
JOINERS = frozenset({"and", "or", "to"})
ARTICLES = frozenset({"the", "greater"})

QUALIFIERS = _words(
    """
    north south east west central mid northern southern eastern western rural urban inner outer
    upper lower coastal
    """
)

# Capitalised after "in" but no place: times, languages, subjects and kinds of body.
NOT_PLACES = _words(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday spring summer autumn winter christmas easter
    ramadan eid diwali lent advent english welsh polish urdu punjabi bengali arabic somali french
    spanish german gaelic irish scots british bsl makaton year years key stage covid phase term
    week day part section appendix table figure chapter lot partnership person people primary
    secondary care health mental social public adult adults
    children young older art arts music dance drama theatre film creative culture cultural education school schools hospital hospitals
    prison prisons library libraries museum museums church churches black asian african caribbean
    european lgbt lgbtq nhs ks1 ks2 ks3 ks4 the a an our your their his her this that these those
    my its all any each every some one two three i we you they he she it what which who
    europe africa asia america france ireland germany spain italy ukraine syria india pakistan
    """
)
VENUE_NOUNS = _words(
    """
    theatre theatres museum museums gallery library libraries hospital school schools academy
    college centre hall house park church arts trust hospice prison studio studios festival street
    road lane avenue square company foundation partnership project programme group network
    association society university orchestra band choir week month day strategy plan framework act
    """
)

# Ways of saying "everywhere" and "nowhere in particular"; values are codes.
UNITED_KINGDOM = "K02000001"
ONLINE = "online"
PHRASES = {
    "nationwide": UNITED_KINGDOM,
    "nation wide": UNITED_KINGDOM,
    "uk wide": UNITED_KINGDOM,
    "ukwide": UNITED_KINGDOM,
    "across the uk": UNITED_KINGDOM,
    "across the country": UNITED_KINGDOM,
    "throughout the uk": UNITED_KINGDOM,
    "countrywide": UNITED_KINGDOM,
    "online": ONLINE,
    "on line": ONLINE,
    "by zoom": ONLINE,
    "on zoom": ONLINE,
    "over zoom": ONLINE,
    "via zoom": ONLINE,
    "ar lein": ONLINE,
}
