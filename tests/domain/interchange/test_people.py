"""Names of private persons must not get in. Persons here are invented; organisations are real."""

import pytest

from counterpoint.domain.interchange.people.recognising import reads_as_a_person
from counterpoint.domain.interchange.people.withholding import SOMEBODY, without_the_name

PERSONS = """Jane Example|Kwame Sample-Jones|Mary Ann Specimen|J Specimen|A. B. Sample|Dr Petra Example
otto specimen|JANE EXAMPLE|Siân O'Example|Ngozi Adichie-Sample|Holly White|Alan J Ward|Lincoln Sample
Jane de la Example|Priya Example|Jonathan Young|Diane Wiltshire|Xiuying Specimen|Mr Angus Example
Korein Brown|Alexander Peckham|Zoë""".replace("\n", "|").split("|")

ORGANISATIONS = """Turner Contemporary|1927|2 Faced Dance Company Limited|The PappyShow|Bourgeois & Maurice
Stockton-on-Tees Borough Council|Two Queens|Kitchen Zoo|Border Crossings|Little Earthquake|RashDash
In Bed With My Brother|Thurrock CVS|OperaUpClose|Foden's Brass Band|Geraldine Pilgrim Performance Ltd
Ava Hunt Theatre|The Edward James Foundation|Cwmni'r Fran Wen|Côr Meibion Llandybie|Sleeping Trees LLP
Merry Opera|Gandini Juggling|Company Drinks|Project MotorHouse|University of Exeter|Rotherham_Libraries
Re:Sound|Arts Care|C-12 Dance Theatre|MAKOR CHARITABLE TRUST""".replace("\n", "|").split("|")


@pytest.mark.parametrize("name", PERSONS)
def test_a_name_of_a_person_is_recognised(name):
    assert reads_as_a_person(name)


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_a_name_of_an_organisation_is_not_taken_for_one(name):
    assert not reads_as_a_person(name)


def test_a_name_that_another_source_vouches_for_is_an_organisations():
    assert reads_as_a_person("Magna Vitae")
    assert not reads_as_a_person("Magna Vitae", {"magna vitae"})


def test_nothing_is_nobody():
    assert not reads_as_a_person("")


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        (
            "Lottery grant to Jane Example (2014-2015)",
            "Jane Example",
            f"Lottery grant to {SOMEBODY} (2014-2015)",
        ),
        ("Jane Example: a year of drawing", "Jane Example", f"{SOMEBODY}: a year of drawing"),
        ("Songs for Petra", "Petra Example", f"Songs for {SOMEBODY}"),
        ("JANE  EXAMPLE at work", "Jane Example", f"{SOMEBODY} at work"),
        (
            "An example of new work in May",
            "May Example",
            f"An example of new work in {SOMEBODY}",
        ),
        ("Ordinary Light", "Kwame Sample-Jones", "Ordinary Light"),
    ],
)
def test_the_name_goes_out_of_the_texts_around_it(text, name, left):
    assert without_the_name(text, name) == left


@pytest.mark.parametrize("name", PERSONS[:10])
def test_no_text_keeps_the_name_whole(name):
    told = without_the_name(f"A grant to {name} for {name}'s work", name)
    assert name.casefold() not in told.casefold()
