import pytest

from counterpoint.domain.places.mentions import Doubt, Found
from tests.domain.places.made import gazetteer

KNOWN = gazetteer()


def told(text):
    """The mentions as code, words and '?' where it must be asked."""
    return [
        f"{mention.code}:{mention.words}{'' if mention.is_certain else '?'}"
        for mention in KNOWN.read(text).mentions
    ]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("reduce loneliness among over-65s living alone in Thanet", ["thanet:Thanet"]),
        ("dance for older people in thanet", ["thanet:thanet"]),
        ("singing in Margate and Deal", ["margate:Margate", "deal:Deal"]),
        ("NHS Kent and Medway is looking for dance", ["km:NHS Kent and Medway"]),
        ("Kent and Medway ICB", ["km:Kent and Medway ICB"]),
        ("the Greater Manchester CA", ["gm:Greater Manchester CA"]),
        ("young people in Kent", ["kent:Kent"]),
        ("Kent’s young people", ["kent:Kent’s"]),
        ("Bournemouth, Christchurch and Poole", ["bcp:Bournemouth, Christchurch and Poole"]),
        (
            "St Helens, st. helens, Saint Helens",
            ["helens:St Helens", "helens:st. helens", "helens:Saint Helens"],
        ),
        (
            "in Stoke on Trent or King’s Lynn",
            ["stoke:Stoke on Trent", "kings-lynn:King’s Lynn"],
        ),
        ("Caerdydd a Sir Ddinbych", ["cardiff:Caerdydd", "denbigh:Sir Ddinbych"]),
        (
            "NHS Thanet Clinical Commissioning Group",
            ["thanet-ccg:NHS Thanet Clinical Commissioning Group"],
        ),
        ("formerly Shepway", ["fh:Shepway"]),
    ],
)
def test_names_are_found_as_people_write_them(text, mentions):
    assert told(text) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("a reading group for adults", []),
        ("Reading group for adults", []),
        ("better at reading in school", []),
        ("a reading group in Reading", ["E06000038:Reading"]),
        ("work with Reading Borough Council", ["E06000038:Reading"]),
        ("our Reading project", ["E06000038:Reading?"]),
        ("more confidence in reading", []),
        ("libraries in deal", ["deal:deal?"]),
        ("Reading", ["E06000038:Reading"]),
        ("reading", ["E06000038:reading"]),
        ("A new deal for Deal, Kent", ["deal:Deal", "kent:Kent"]),
        ("for sale in Sale", ["sale:Sale"]),
        ("pictures on sale, North West", ["north-west:North West"]),
        ("people of Bury", ["bury:Bury"]),
        ("hope and joy", []),
        ("starting in March 2027", []),
        ("starting in March", []),
        ("a project in March, Cambridgeshire", ["march:March", "cambs:Cambridgeshire"]),
        ("Festival Of Reading In Bath", ["bath:Bath"]),
        ("HULL AND BATH", ["hull:HULL", "bath:BATH"]),
        ("Bath and Wells", ["wells:Wells?"]),  # the first only opens the sentence
        ("across Bath and Wells", ["bath:Bath", "wells:Wells"]),
    ],
)
def test_a_name_that_is_a_word_needs_more_than_its_letters(text, mentions):
    assert told(text) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("people in the North West", ["north-west:North West"]),
        ("services of the north west", ["north-west:north west"]),
        ("walk north west from here", []),
        ("East Kent", ["kent:East Kent"]),
        ("libraries in rural North Yorkshire", ["north-yorks:rural North Yorkshire"]),
        ("in central London", ["london:central London"]),
        ("the Midlands", ["east-midlands:Midlands?"]),
        ("Ely and ely", ["ely:Ely"]),
        ("ely", ["ely:ely"]),
        ("UK and uk", ["K02000001:UK"]),
    ],
)
def test_directions_and_short_names(text, mentions):
    assert told(text) == mentions


@pytest.mark.parametrize(
    ("text", "code", "words", "how"),
    [
        ("workshops nationwide", "K02000001", "nationwide", Found.PHRASE),
        ("a UK-wide tour", "K02000001", "UK-wide", Found.PHRASE),
        ("an online course", "online", "online", Found.PHRASE),
        ("East Kent", "kent", "East Kent", Found.PART),
        ("in CT9 1XX", "thanet", "CT9 1XX", Found.POSTCODE),
        ("in Thannet", "thanet", "Thannet", Found.SPELLING),
    ],
)
def test_it_is_said_how_the_words_led_to_the_place(text, code, words, how):
    (mention,) = KNOWN.read(text).mentions
    assert (mention.code, mention.words, mention.how) == (code, words, how)
    assert text[mention.start : mention.end] == words


class TestNamesakes:
    def test_several_with_an_equal_claim_are_all_given(self):
        (mention,) = KNOWN.read("dance in Newcastle").mentions
        assert mention.code == "E08000021"
        assert not mention.is_certain
        assert [choice.code for choice in mention.alternatives] == ["E07000195"]

    def test_a_district_is_meant_rather_than_a_village_of_its_name(self):
        (mention,) = KNOWN.read("dance in Dover").mentions
        assert (mention.code, mention.is_certain) == ("dover", True)
        assert [choice.code for choice in mention.alternatives] == ["other-dover"]

    def test_another_place_in_the_text_tells_which(self):
        first, second = KNOWN.read("theatre in Richmond, North Yorkshire").mentions
        assert (first.code, first.is_certain) == ("richmond-town", True)
        assert second.code == "north-yorks"

    def test_each_choice_says_where_it_lies(self):
        (mention,) = KNOWN.read("Richmond").mentions
        assert [(choice.name, choice.within) for choice in mention.alternatives] == [
            ("Richmond", "North Yorkshire")
        ]

    def test_what_has_ended_stands_back_for_what_is_there(self):
        assert told("in Carlisle") == ["carlisle:Carlisle"]

    def test_what_has_ended_is_still_found_where_nothing_took_its_name(self):
        assert told("in the Craven district") == ["old-craven:Craven"]


class TestPostcodes:
    def test_a_whole_postcode_has_the_point_of_its_first_half(self):
        (mention,) = KNOWN.read("our hall is at ct9 1xx").mentions
        assert mention.is_certain
        assert mention.point == KNOWN.postcode_areas["CT9"].point

    @pytest.mark.parametrize(
        ("text", "is_certain"),
        [
            ("vitamin B12 helps", False),
            ("the B12 area", True),
            ("in B12", True),
            ("B12", True),
        ],
    )
    def test_a_first_half_alone_needs_something_that_says_so(self, text, is_certain):
        (mention,) = KNOWN.read(text).mentions
        assert mention.is_certain is is_certain

    def test_a_postcode_that_cannot_be_is_told(self):
        (unknown,) = KNOWN.read("our hall is at CT99 1XX").unknowns
        assert (unknown.words, unknown.doubt) == ("CT99 1XX", Doubt.NO_SUCH_POSTCODE)

    def test_a_road_is_not_a_place(self):
        assert KNOWN.read("beside the m1 motorway").mentions == ()


class TestStrangers:
    def test_an_unknown_name_is_returned_with_what_it_may_be(self):
        (unknown,) = KNOWN.read("a choir in Margotte Bay").unknowns
        assert unknown.words == "Margotte Bay"
        assert KNOWN.read("a choir in Zzyzx").unknowns[0].suggestions == ()

    def test_a_slip_in_a_district_is_mended_and_one_in_a_town_asked_about(self):
        assert told("singing in Cambridgshire") == ["cambs:Cambridgshire"]
        assert told("singing in Richmondd") == ["richmond:Richmondd?"]
        assert told("singing in Margatte") == ["margate:Margatte?"]

    def test_a_short_word_is_not_mended_into_a_town(self):
        """“Churches in Action” are not in Acton."""
        assert told("singing in Margats") == []

    def test_without_capitals_a_slip_is_only_asked_about(self):
        assert told("singing in thannet") == ["thanet:thannet?"]
        assert told("in dancing and painting") == []

    def test_lists_go_on(self):
        unknowns = KNOWN.read("work in Xanadu, Shangri and Erewhon").unknowns
        assert [unknown.words for unknown in unknowns] == ["Xanadu", "Shangri", "Erewhon"]

    @pytest.mark.parametrize(
        "text",
        [
            "courses in English and Welsh",
            "starting in January",
            "pupils in Year 6 at Key Stage 2",
            "care in NHS settings",
            "a residency in Example Museum",
            "made in Partnership with schools",
            "in the Tate",
        ],
    )
    def test_what_is_capitalised_for_another_reason_is_left_alone(self, text):
        assert KNOWN.read(text).unknowns == ()


class TestOneNameAlone:
    def test_choices_are_given_likeliest_first(self):
        assert [choice.code for choice in KNOWN.choices("newcastle")] == [
            "E08000021",
            "E07000195",
        ]
        assert KNOWN.choices("Xanadu") == ()

    def test_a_place_is_found_by_its_code(self):
        assert KNOWN.place("thanet").name == "Thanet"
        assert KNOWN.place("nowhere") is None

    def test_what_was_meant_is_told_with_how_like_it_is(self):
        place, likeness = KNOWN.meant("Thannet")
        assert place.code == "thanet"
        assert 90 < likeness < 100
        assert KNOWN.meant("Xanadu") is None
        assert [choice.code for choice in KNOWN.suggestions("Margat")] == ["margate"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("In Kent we sing thanet songs", ["kent:Kent", "thanet:thanet?"]),
        ("In Kent we sing margate songs", ["kent:Kent"]),
        ("Ely’s choir in Ely", ["ely:Ely’s", "ely:Ely"]),
        ("Stoke.  On.  Trent", []),
        ("North      West", []),
        ("theatre in Richmond, London", ["richmond:Richmond", "london:London"]),
        (
            "a tour of Richmond and of North Yorkshire",
            ["richmond-town:Richmond", "north-yorks:North Yorkshire"],
        ),
    ],
)
def test_capitals_and_company(text, mentions):
    assert told(text) == mentions


def test_an_empty_text_has_no_places():
    reading = KNOWN.read("")
    assert (reading.mentions, reading.unknowns, reading.certain) == ((), (), ())


def test_codes_are_looked_up_and_never_read_out_of_a_text():
    assert KNOWN.read("report E07999999 of May").mentions == ()
    assert KNOWN.names.by_code["e07999999"].code == "fh"
