"""The vocabulary as SKOS (W3C Recommendation, 2009) in Turtle, for other people's systems.

Beside SKOS itself:
    dct:source      where a concept or its definition comes from
    cp:serves       an activity, art form, setting or model that is commissioned for a concept
    cp:arts, cp:commissioner, cp:public
                    sub-properties of skos:altLabel that keep whose word a label is
"""

from collections.abc import Iterator

from counterpoint.domain.vocabulary.concepts import (
    Audience,
    Concept,
    FrameworkMapping,
    Kind,
    Match,
    Vocabulary,
)

PREFIXES = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)
AUDIENCE_PROPERTIES = {
    Audience.COMMISSIONER: "cp:commissioner",
    Audience.ARTS: "cp:arts",
    Audience.PUBLIC: "cp:public",
}
# Other frameworks seldom give their terms addresses, so a mapping is a note, not a link.
MATCH_WORDS = {
    Match.EXACT: "exactMatch",
    Match.CLOSE: "closeMatch",
    Match.BROAD: "broadMatch",
    Match.NARROW: "narrowMatch",
}


def to_skos(vocabulary: Vocabulary, base_uri: str) -> str:
    """Turtle. Concepts have the address of the base and their code."""
    base = base_uri.rstrip("/") + "/"
    return "\n".join((*_prologue(base), *_schemes(vocabulary), *_concepts(vocabulary)))


def literal(text: str, language: str = "") -> str:
    return f'"{text.translate(ESCAPES)}"' + (f"@{language}" if language else "")


def _prologue(base: str) -> Iterator[str]:
    for prefix, address in PREFIXES.items():
        yield f"@prefix {prefix}: <{address}> ."
    yield f"@prefix cp: <{base}terms#> ."
    yield f"@base <{base}> ."
    yield ""
    for audience, name in AUDIENCE_PROPERTIES.items():
        yield f"{name} rdfs:subPropertyOf skos:altLabel ;"
        yield f"    rdfs:comment {literal(f'A label as said by: {audience}.', 'en')} ."
    yield "cp:serves rdfs:subPropertyOf skos:related ;"
    yield f"    rdfs:comment {literal('A way of working, and what it is commissioned for.', 'en')} ."


def _schemes(vocabulary: Vocabulary) -> Iterator[str]:
    for kind in Kind:
        tops = [concept for concept in vocabulary.of_kind(kind) if not concept.broader]
        if tops:
            yield ""
            yield f"<{kind}> a skos:ConceptScheme ;"
            yield f"    dct:title {literal(str(kind).replace('_', ' '), 'en')} ;"
            yield "    skos:hasTopConcept " + ", ".join(f"<{one.code}>" for one in tops) + " ."


def _concepts(vocabulary: Vocabulary) -> Iterator[str]:
    for concept in vocabulary:
        yield ""
        yield f"<{concept.code}> a skos:Concept ;"
        statements = list(_statements(concept))
        yield " ;\n".join(f"    {statement}" for statement in statements) + " ."
    yield ""


def _statements(concept: Concept) -> Iterator[str]:
    yield f"skos:inScheme <{concept.kind}>"
    yield f"skos:notation {literal(concept.code)}"
    yield f"skos:prefLabel {literal(concept.name, 'en')}"
    yield from _labels(concept)
    if concept.definition:
        yield f"skos:definition {literal(concept.definition, 'en')}"
    if concept.source:
        yield f"dct:source {literal(concept.source)}"
    if concept.broader:
        yield f"skos:broader <{concept.broader}>"
    else:
        yield f"skos:topConceptOf <{concept.kind}>"
    yield from (f"skos:related <{code}>" for code in concept.related)
    yield from (f"cp:serves <{served.code}>" for served in concept.serves)
    yield from (f"skos:note {literal(_as_note(one), 'en')}" for one in concept.mappings)


def _labels(concept: Concept) -> Iterator[str]:
    """SKOS forbids one text as both preferred and alternative label of a concept."""
    seen = {(concept.name.casefold(), "en")}
    for label in concept.labels:
        text = literal(label.text, label.language)
        is_new = (label.text.casefold(), label.language) not in seen
        seen.add((label.text.casefold(), label.language))
        if label.audience is Audience.HIDDEN:
            if is_new:
                yield f"skos:hiddenLabel {text}"
            continue
        if is_new:
            yield f"skos:altLabel {text}"
        yield f"{AUDIENCE_PROPERTIES[label.audience]} {text}"


def _as_note(mapping: FrameworkMapping) -> str:
    years = ""
    if mapping.valid_from or mapping.valid_to:
        years = f" ({mapping.valid_from or ''}-{mapping.valid_to or ''})"
    name = f" {mapping.name}" if mapping.name else ""
    how = MATCH_WORDS[mapping.match]
    return f"{how}: {mapping.framework} {mapping.code}{name}{years}. {mapping.source}"
