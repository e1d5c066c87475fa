from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import etag, require_safe

from counterpoint.apps.vocabulary import downloads, presenters, queries, stored
from counterpoint.apps.vocabulary.forms import Asked
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.apps.vocabulary.reading_presenters import tried


@require_safe
def vocabulary(request: HttpRequest) -> HttpResponse:
    asked = Asked.of(request.GET)
    release = queries.in_force()
    held, index = release.vocabulary, release.index
    hits = index.containing(asked.words)
    context = {
        "asked": asked,
        "release": queries.latest_release(),
        "cards": presenters.kind_cards(held),
        "kinds": presenters.kind_facet(held, asked.kind),
        "letters": presenters.letter_links(index, asked.letter),
        "heading": next((one for one in held.headings if one.kind is asked.kind), None),
        "tree": presenters.tree(index, asked.kind) if asked.kind else (),
        "under_letter": presenters.links_with_kind(index.under(asked.letter))
        if asked.letter
        else (),
        "hits": presenters.hit_links(hits[: presenters.MOST_HITS]),
        "hit_count": len(hits),
        "tried": tried(release.lexicon.read(asked.text)) if asked.text else None,
    }
    return render(request, "vocabulary/vocabulary.html", context)


@require_safe
def concept(request: HttpRequest, code: str) -> HttpResponse:
    row = get_object_or_404(Concept, code=code)
    release = queries.in_force()
    held, index = release.vocabulary, release.index
    one = held.get(code) or stored.retired_concept(row)
    context = {
        "concept": one,
        "row": row,
        "voice": presenters.voice(one),
        "trail": presenters.trail(one, index, held),
        "label_groups": presenters.label_groups(one),
        "has_weak_labels": any(label.is_weak for label in one.labels),
        "narrower": presenters.links(index.narrower(code)),
        "related": presenters.links_with_kind(index.related(code)),
        "serves": presenters.served_lines(one, held),
        "served_by": presenters.links_with_kind(index.served_by(code)),
        "mappings": presenters.mapping_lines(one),
        "uses": queries.where_used(row, index),
    }
    return render(request, "vocabulary/concept.html", context)


def _release_tag(request: HttpRequest) -> str:
    return f'"{queries.release_hash()}"'


def _file(content: str, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=f"{kind}; charset=utf-8",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


@require_safe
@etag(_release_tag)
def turtle(request: HttpRequest) -> HttpResponse:
    content = downloads.turtle(f"{settings.ADDRESS}/vocabulary/")
    return _file(content, "text/turtle", "vocabulary.ttl")


@require_safe
@etag(_release_tag)
def table(request: HttpRequest) -> HttpResponse:
    return _file(downloads.table(), "text/csv", "vocabulary.csv")


@require_safe
@etag(_release_tag)
def document(request: HttpRequest) -> HttpResponse:
    return _file(downloads.document(), "application/json", "vocabulary.json")
