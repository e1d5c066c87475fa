from counterpoint.domain.vocabulary.concepts import Verdict
from tests.domain.vocabulary.building import concept, friend, lexicon

SCULPTURE = friend(
    "commission* ... (sculpture|mural)", unless=("(wellbeing|lonely)", "with ... residents")
)
READER = lexicon(
    concept("art_form.sculpture", "sculpture"),
    friends=(SCULPTURE,),
)


def refused(text: str) -> list[str]:
    return [refusal.words for refusal in READER.read(text).refusals]


def test_a_refusal_carries_the_words_as_written_and_what_to_say_instead():
    (refusal,) = READER.read("We will COMMISSION a new\tSculpture soon.").refusals
    assert refusal.words == "COMMISSION a new\tSculpture"
    assert refusal.verdict is Verdict.REFUSE
    assert (refusal.friend, refusal.says) == ("friend.one", "It means something else.")
    assert refusal.instead == "Say what should change."


def test_a_refused_text_still_shows_what_was_understood():
    reading = READER.read("Commission a sculpture")
    assert reading.is_refused
    assert [one.concept.code for one in reading.understood] == ["art_form.sculpture"]


def test_words_anywhere_in_the_text_can_show_that_it_is_a_real_need():
    assert refused("Commission a mural to improve wellbeing") == []
    assert refused("For lonely people. Commission a mural") == []
    assert refused("Commission a mural made with local residents") == []
    assert refused("Commission a mural made without residents") == ["Commission a mural"]


def test_a_pattern_does_not_run_on_into_the_next_sentence():
    assert refused("We commission services. A sculpture stands outside.") == []


def test_a_slip_does_not_hide_a_false_friend():
    assert refused("comission a new sculpture") == ["comission a new sculpture"]


def test_a_question_is_not_a_refusal():
    asking = friend("outreach", verdict=Verdict.ASK)
    reading = lexicon(concept("outcome.one", "x"), friends=(asking,)).read("outreach")
    assert not reading.is_refused
    assert [one.friend for one in reading.questions] == ["friend.one"]


def test_an_apostrophe_makes_no_difference():
    reader = lexicon(concept("outcome.one", "x"), friends=(friend("parkinsons law"),))
    for text in ("Parkinson's law", "parkinsons law", "Parkinson’s Law"):
        assert reader.read(text).is_refused


def test_a_pattern_may_begin_with_something_optional():
    reader = lexicon(concept("outcome.one", "x"), friends=(friend("(new|bold)? ... mural"),))
    assert reader.read("a mural").is_refused
    assert reader.read("new and splendid mural").is_refused
