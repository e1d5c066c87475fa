import json

import pytest
from django.core.management import CommandError, call_command

from counterpoint.apps.matching.management.commands import match as match_command
from tests.factories import directory


def match(capsys, *arguments):
    call_command("match", *arguments)
    said = capsys.readouterr()
    return said.out, said.err


@pytest.fixture
def offer(known):
    return directory.offer(
        directory.organisation("Example Voices", place=known["Thanet"]),
        title="Thursday voices",
        description="Sing together, make friends.",
    )


def test_before_any_record_it_says_what_to_do_and_fails(known):
    with pytest.raises(CommandError, match="counterpoint import") as refused:
        call_command("match", "loneliness")
    assert refused.value.returncode == match_command.NOTHING_TO_MATCH


def test_the_answer_for_programs_has_what_it_promises(offer, capsys):
    out, _err = match(capsys, "Reduce loneliness in Thanet", "--json", "--limit", "1")
    answer = json.loads(out)
    assert (answer["statement"], answer["as"]) == ("Reduce loneliness in Thanet", "need")
    understood = answer["understood"][0]
    assert understood["code"] == "outcome.reduced-loneliness"
    assert understood["triggers"] == [
        {
            "words": "Reduce loneliness",
            "start": 0,
            "end": 17,
            "label": "reduce loneliness",
            "how": "exact",
        }
    ]
    assert [place["code"] for place in answer["places"]] == ["E07000114"]
    assert answer["index"]["state"] == "ready"
    (found,) = answer["matches"]
    assert (found["identifier"], found["kind"]) == (offer.reference, "offer")
    assert (found["organisation"], found["url"]) == (
        "Example Voices",
        f"/offers/{offer.reference}/",
    )
    assert found["strength"] == pytest.approx(
        sum(reason["weight"] for reason in found["reasons"]), abs=0.01
    )
    outcome = next(one for one in found["reasons"] if one["criterion"] == "outcome")
    assert outcome["sentence"] == (
        "You said “Reduce loneliness”; they say “make friends”: both mean Less loneliness."
    )
    assert {flag["kind"] for flag in found["flags"]} >= {"no_safeguarding", "no_insurance"}


def test_an_imported_record_keeps_its_own_identifier(offer, capsys):
    offer.external_id = "A-17"
    offer.save()
    out, _err = match(capsys, "loneliness", "--json")
    assert json.loads(out)["matches"][0]["identifier"] == "A-17"


def test_the_index_is_made_on_the_way_and_only_the_answer_is_printed(
    offer, capsys, monkeypatch
):
    monkeypatch.setattr("counterpoint.apps.matching.actions.indexing.TELL_EVERY", 1)
    out, err = match(capsys, "loneliness", "--json")
    json.loads(out)
    assert "Making the search index" in err


def test_for_people_it_says_what_was_understood_and_why(offer, capsys):
    out, _err = match(capsys, "reduce loneliness in Thanet", "--limit", "1")
    assert "Understood: Less loneliness (“reduce loneliness”)" in out
    assert "Place: Thanet" in out
    assert "1. Thursday voices" in out
    assert "both mean Less loneliness" in out
    assert "No safeguarding statement" in out


def test_words_that_mean_something_else_are_refused_with_what_to_say(offer, capsys):
    out, _err = match(capsys, "commission a new sculpture")
    assert "Say for whom and what should change." in out
    assert "--anyway" in out
    assert "1." not in out
    answer = json.loads(match(capsys, "commission a new sculpture", "--json")[0])
    assert answer["matches"] == []
    assert answer["refusals"][0]["code"] == "friend.commission-artwork"
    assert json.loads(match(capsys, "commission a new sculpture", "--json", "--anyway")[0])


def test_weights_and_place_are_given_on_the_line(offer, capsys):
    out, _err = match(
        capsys, "loneliness", "--json", "--weights", "place:90", "--place", "Thanet"
    )
    answer = json.loads(out)
    assert answer["weights"] == "place:90"
    assert answer["places"][0]["name"] == "Thanet"


@pytest.mark.parametrize(
    "arguments",
    [("--limit", "0"), ("--limit", "x"), ("--weights", "fame:9"), ("--kind", "thing")],
)
def test_what_makes_no_sense_is_refused(offer, arguments):
    with pytest.raises(CommandError):
        call_command("match", "loneliness", *arguments)


def test_the_statement_may_come_from_the_input(offer, capsys, monkeypatch):
    from io import StringIO

    monkeypatch.setattr("sys.stdin", StringIO("reduce loneliness"))
    assert json.loads(match(capsys, "-", "--json")[0])["statement"] == "reduce loneliness"


def test_an_offer_is_matched_with_needs(known, capsys):
    need = directory.need(statement="Reduce loneliness among older adults.")
    out, _err = match(capsys, "a choir where people make friends", "--as", "offer", "--json")
    answer = json.loads(out)
    assert answer["matches"][0]["identifier"] == need.reference
    assert answer["matches"][0]["reasons"][0]["sentence"].startswith(
        ("You say", "They ask", "What")
    )
