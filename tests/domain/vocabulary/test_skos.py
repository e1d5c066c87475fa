from dataclasses import replace

import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.namespace import DCTERMS, RDF, SKOS

from counterpoint.domain.vocabulary.concepts import Audience, FrameworkMapping, Label, Match
from counterpoint.domain.vocabulary.skos import literal, to_skos
from tests.domain.vocabulary.building import concept, real_vocabulary, vocabulary

BASE = "https://words.example/vocabulary/"
HELD = vocabulary(
    replace(
        concept(
            "outcome.loneliness",
            "cy:unigrwydd",
            name="Less loneliness",
            related=("outcome.mood",),
        ),
        definition='People say they are "less\tlonely" \\ alone.\nOften.',
        labels=(
            Label("less loneliness", Audience.PUBLIC),
            Label("reduce loneliness", Audience.COMMISSIONER),
            Label("make friends", Audience.ARTS),
            Label("lonelyness", Audience.HIDDEN),
            Label("unigrwydd", Audience.PUBLIC, "cy"),
        ),
        mappings=(
            FrameworkMapping("PHOF", "1.18i", "Loneliness", Match.CLOSE, "OHID", 2013, 2022),
        ),
    ),
    concept("outcome.mood", broader="outcome.loneliness"),
    concept("activity.choir", "choir", serves=("outcome.loneliness",)),
)


def graph_of(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="turtle")


def one(code: str) -> rdflib.URIRef:
    return rdflib.URIRef(BASE + code)


def test_another_program_reads_what_we_wrote():
    graph = graph_of(to_skos(HELD, BASE))
    loneliness = one("outcome.loneliness")
    terms = rdflib.Namespace(BASE + "terms#")
    assert (loneliness, RDF.type, SKOS.Concept) in graph
    assert graph.value(loneliness, SKOS.prefLabel) == rdflib.Literal(
        "Less loneliness", lang="en"
    )
    assert set(graph.objects(loneliness, SKOS.altLabel)) == {
        rdflib.Literal("reduce loneliness", lang="en"),
        rdflib.Literal("make friends", lang="en"),
        rdflib.Literal("unigrwydd", lang="cy"),
    }
    assert graph.value(loneliness, SKOS.hiddenLabel) == rdflib.Literal("lonelyness", lang="en")
    assert graph.value(loneliness, terms.arts) == rdflib.Literal("make friends", lang="en")
    assert str(graph.value(loneliness, SKOS.definition)) == HELD.concepts[0].definition
    assert str(graph.value(loneliness, DCTERMS.source)) == "The test."
    assert (one("outcome.mood"), SKOS.broader, loneliness) in graph
    assert (one("activity.choir"), terms.serves, loneliness) in graph
    assert (one("outcome"), SKOS.hasTopConcept, loneliness) in graph
    (note,) = graph.objects(loneliness, SKOS.note)
    assert str(note) == "closeMatch: PHOF 1.18i Loneliness (2013-2022). OHID"


def test_no_text_is_both_preferred_and_alternative():
    """SKOS integrity condition S13."""
    graph = graph_of(to_skos(HELD, BASE))
    for subject, preferred in graph.subject_objects(SKOS.prefLabel):
        alternatives = {str(one).casefold() for one in graph.objects(subject, SKOS.altLabel)}
        assert str(preferred).casefold() not in alternatives


def test_the_whole_vocabulary_survives_the_way_out():
    graph = graph_of(to_skos(real_vocabulary(), BASE))
    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == len(real_vocabulary())


@given(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=40)
)
def test_any_text_can_be_written_and_read_back(text):
    graph = graph_of(f"<a:s> <a:p> {literal(text, 'en')} .")
    assert [str(found) for found in graph.objects()] == [text]
