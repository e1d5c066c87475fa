import pytest

from counterpoint.domain.places.postcodes import (
    Fault,
    MalformedPostcode,
    find,
    is_postcode_like,
    parse,
)


@pytest.mark.parametrize(
    ("written", "outward", "inward"),
    [
        ("CT9 1XX", "CT9", "1XX"),
        ("ct91xx", "CT9", "1XX"),
        (" sw1a  1aa ", "SW1A", "1AA"),
        ("M1 1AE", "M1", "1AE"),
        ("B33 8TH", "B33", "8TH"),
        ("CR2 6XH", "CR2", "6XH"),
        ("DN55 1PT", "DN55", "1PT"),
        ("W1A 1HQ", "W1A", "1HQ"),
        ("EC1A-1BB", "EC1A", "1BB"),
        ("GIR 0AA", "GIR", "0AA"),
        ("CT9", "CT9", ""),
        ("e20", "E20", ""),
    ],
)
def test_the_six_shapes_of_royal_mail_are_read(written, outward, inward):
    """The whole postcodes are the examples of each shape in the PAF Programmers' Guide."""
    postcode = parse(written)
    assert (postcode.outward, postcode.inward) == (outward, inward)
    assert str(postcode) == f"{outward} {inward}".strip()
    assert postcode.compact == f"{outward}{inward}"
    assert postcode.is_whole == bool(inward)


@pytest.mark.parametrize(
    ("written", "fault", "meant"),
    [
        ("", Fault.EMPTY, ""),
        ("  ", Fault.EMPTY, ""),
        ("CT", Fault.TOO_SHORT, ""),
        ("POOLE BH15 1AB", Fault.TOO_LONG, ""),
        ("CT9 1X£", Fault.SIGNS, ""),
        ("CTO 1XX", Fault.LETTER_O_FOR_0, "CT0 1XX"),
        ("CT9 OXX", Fault.LETTER_O_FOR_0, "CT9 0XX"),
        ("CT9 IXX", Fault.LETTER_I_FOR_1, "CT9 1XX"),
        ("QT9 1XX", Fault.FIRST_HALF, ""),
        ("CT9 1CX", Fault.SECOND_HALF, ""),
        ("CT9 1X", Fault.SECOND_HALF, ""),
        ("POOLE", Fault.FIRST_HALF, ""),
    ],
)
def test_a_malformed_postcode_is_told_what_is_wrong(written, fault, meant):
    with pytest.raises(MalformedPostcode) as refused:
        parse(written)
    assert (refused.value.fault, refused.value.meant) == (fault, meant)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("meet at CT9 1XX on Monday", ["CT9 1XX"]),
        ("from sw1a 1aa to M1", ["SW1A 1AA", "M1"]),
        ("down the m1 and the a38", []),
        ("CT99 people, 12 artists", ["CT99"]),
        ("XCT9 1XXQ", []),
    ],
)
def test_postcodes_are_found_in_a_text(text, found):
    assert [str(postcode) for _, _, postcode in find(text)] == found


@pytest.mark.parametrize(
    ("written", "likely"),
    [("CT9", True), ("ct9 1x", True), ("Margate", False), ("2026", False)],
)
def test_a_slip_in_a_postcode_is_told_from_a_name(written, likely):
    assert is_postcode_like(written) is likely
