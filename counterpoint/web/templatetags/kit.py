"""The components, as template tags. `docs/reference/page-kit.md` shows each one in use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from counterpoint.web import navigation
from counterpoint.web.asked import readable
from counterpoint.web.components import (
    Card,
    Chip,
    Facet,
    Fact,
    HistoryLine,
    Link,
    ReasonLine,
    Step,
)
from counterpoint.web.fields import FieldParts, summarised_errors

register = template.Library()


# Frame ------------------------------------------------------------------------------------


@register.inclusion_tag("components/navigation.html", takes_context=True)
def site_navigation(context: Context) -> dict[str, Any]:
    request = context.get("request")
    return {"entries": navigation.header(_person(request), _path(request))}


@register.inclusion_tag("components/account_menu.html", takes_context=True)
def account_menu(context: Context) -> dict[str, Any]:
    request, person = context.get("request"), _person(context.get("request"))
    return {
        "links": navigation.links(navigation.account_menu(), person, _path(request)),
        "name": str(person) if navigation.signed_in(person) else "",
        "sign_out_url": navigation.address_of("account_logout"),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("components/footer.html", takes_context=True)
def site_footer(context: Context) -> dict[str, Any]:
    request = context.get("request")
    return {"links": navigation.links(navigation.FOOTER, _person(request), _path(request))}


@register.inclusion_tag("components/search_box.html", takes_context=True)
def search_box(context: Context) -> dict[str, Any]:
    request = context.get("request")
    return {
        "url": navigation.address_of("find"),
        "text": readable(request.GET.get("q", "")) if request else "",
    }


def _person(request: Any) -> Any:
    return getattr(request, "person", None) or getattr(request, "user", None)


def _path(request: Any) -> str:
    return request.path if request else ""


@register.simple_tag
def breadcrumbs(*trail: Link | str) -> SafeString:
    """`{% breadcrumbs trail %}` with Links, or label, address, label, address, label."""
    steps = _trail(trail)
    return format_html(
        '<nav class="breadcrumbs" aria-label="{}"><ol>{}</ol></nav>',
        _("You are here"),
        format_html_join("", "<li>{}</li>", ((_crumb(step),) for step in steps)),
    )


def _trail(parts: Sequence[Any]) -> list[Link]:
    if len(parts) == 1 and not isinstance(parts[0], str):
        return list(parts[0])
    padded = [*parts, ""] if len(parts) % 2 else list(parts)
    return [Link(str(padded[i]), str(padded[i + 1])) for i in range(0, len(padded), 2)]


def _crumb(step: Link) -> SafeString:
    if step.url:
        return format_html('<a href="{}">{}</a>', step.url, step.label)
    return format_html('<span aria-current="page">{}</span>', step.label)


@register.simple_tag
def named_link(url_name: str, label: str) -> SafeString:
    """A link to an address that may be away; then the words alone."""
    url = navigation.address_of(url_name)
    return format_html('<a href="{}">{}</a>', url, label) if url else format_html("{}", label)


@register.simple_tag
def follow_link(kind: str, key: object) -> SafeString | str:
    """A link to follow this record; nothing where no installed part tells of changes."""
    url = navigation.address_of("follow", kind, key)
    return (
        format_html('<a href="{}">{}</a>', url, _("Follow: be told what is new"))
        if url
        else ""
    )


@register.inclusion_tag("components/sign_up_box.html", takes_context=True)
def sign_up_box(context: Context, kind: str = "") -> dict[str, Any]:
    """The small form for updates, on any page; nothing where no installed part sends them."""
    return {
        "url": navigation.address_of("updates"),
        "kind": kind,
        "page": _path(context.get("request")),
        "csrf_token": context.get("csrf_token"),
    }


# Forms ------------------------------------------------------------------------------------


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, label: str = "", hint: str = "") -> dict[str, Any]:
    return {"field": FieldParts(bound, label=label, hint=hint)}


@register.inclusion_tag("components/form_fields.html")
def form_fields(form: BaseForm) -> dict[str, Any]:
    return {
        "hidden": form.hidden_fields(),
        "fields": [FieldParts(bound) for bound in form.visible_fields()],
    }


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: BaseForm, takes_focus: bool = True) -> dict[str, Any]:
    errors = [line for form in forms for line in summarised_errors(form)]
    return {"errors": errors, "takes_focus": takes_focus}


@register.inclusion_tag("components/button.html")
def button(
    label: str, kind: str = "primary", name: str = "", value: str = "", url: str = ""
) -> dict[str, Any]:
    return {"label": label, "kind": kind, "name": name, "value": value, "url": url}


@register.inclusion_tag("components/autosave.html")
def autosave() -> dict[str, Any]:
    """Inside a form with `data-autosave`: where what was typed before is offered back."""
    return {}


@register.inclusion_tag("components/question.html")
def question(
    url: str, voice: str = "need", text: str = "", examples: Iterable[Link] = ()
) -> dict[str, Any]:
    return {"url": url, "voice": voice, "text": text, "examples": examples}


# Saying something --------------------------------------------------------------------------


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "") -> SafeString:
    heading = format_html('<p class="notice-title">{}</p>', title) if title else ""
    return format_html(
        '<div class="notice" data-kind="{}">{}<div class="notice-words">{}</div></div>',
        kind,
        heading,
        content,
    )


@register.simple_block_tag
def empty_state(content: str, title: str = "") -> SafeString:
    return format_html(
        '<div class="empty"><p class="empty-title">{}</p>{}</div>',
        title or _("Nothing here yet"),
        content,
    )


@register.simple_block_tag
def disclosure(content: str, summary: str, is_open: bool = False) -> SafeString:
    return format_html(
        '<details class="disclosure"{}><summary>{}</summary><div>{}</div></details>',
        SafeString(" open") if is_open else "",
        summary,
        content,
    )


@register.simple_tag
def tag(label: str, url: str = "", voice: str = "") -> SafeString:
    if url:
        return format_html(
            '<a class="tag" data-voice="{}" href="{}">{}</a>', voice, url, label
        )
    return format_html('<span class="tag" data-voice="{}">{}</span>', voice, label)


@register.simple_tag
def flag(label: str, kind: str = "info", note: str = "") -> SafeString:
    more = format_html(' <span class="flag-note">{}</span>', note) if note else ""
    return format_html('<p class="flag" data-kind="{}">{}{}</p>', kind, label, more)


@register.inclusion_tag("components/stat.html")
def stat(
    value: object, label: str, note: str = "", url: str = "", source: Link | None = None
) -> dict[str, Any]:
    return {"value": value, "label": label, "note": note, "url": url, "source": source}


@register.inclusion_tag("components/progress.html")
def progress(
    label: str, done: float, of: float | None = None, note: str = ""
) -> dict[str, Any]:
    return {"label": label, "done": done, "of": of, "note": note}


# Lists -------------------------------------------------------------------------------------


@register.inclusion_tag("components/record_card.html")
def record_card(card: Card, level: int = 3) -> dict[str, Any]:
    return {"card": card, "heading": f"h{level}"}


@register.inclusion_tag("components/reasons.html")
def reasons(lines: Sequence[ReasonLine]) -> dict[str, Any]:
    return {"reasons": lines, "meets": _("meets"), "weight": _("weight")}


@register.inclusion_tag("components/strength.html")
def strength(share: float) -> dict[str, Any]:
    points = round(share * 100)
    return {"points": points, "words": _("%(points)d of 100") % {"points": points}}


@register.inclusion_tag("components/chips.html")
def chips(chosen: Iterable[Chip], label: str = "", clear_url: str = "") -> dict[str, Any]:
    return {"chips": chosen, "label": label, "clear_url": clear_url}


@register.inclusion_tag("components/facet_links.html")
def facet_links(facet: Facet) -> dict[str, Any]:
    return {"facet": facet}


@register.inclusion_tag("components/facet_choices.html")
def facet_choices(facet: Facet) -> dict[str, Any]:
    return {"facet": facet}


@register.inclusion_tag("components/link_list.html")
def link_list(links: Iterable[Link]) -> dict[str, Any]:
    return {"links": links}


@register.inclusion_tag("components/sort_links.html")
def sort_links(links: Iterable[Link], label: str = "") -> dict[str, Any]:
    return {"links": links, "label": label}


@register.inclusion_tag("components/tabs.html")
def tabs(links: Iterable[Link], label: str = "") -> dict[str, Any]:
    return {"links": links, "label": label}


@register.inclusion_tag("components/steps.html")
def steps(steps: Iterable[Step], label: str = "") -> dict[str, Any]:
    return {"steps": steps, "label": label}


@register.inclusion_tag("components/facts.html")
def facts(rows: Iterable[Fact]) -> dict[str, Any]:
    return {"rows": rows}


@register.inclusion_tag("components/history.html")
def history(lines: Iterable[HistoryLine]) -> dict[str, Any]:
    return {"lines": lines}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(
    context: Context, page: Page[Any], param: str = "page", label: str = ""
) -> dict[str, Any]:
    request = context.get("request")
    query = request.GET.copy() if request else None

    def address(number: int) -> str:
        if query is None:
            return f"?{param}={number}"
        query[param] = str(number)
        return f"?{query.urlencode()}"

    return {
        "page": page,
        "label": label,
        "previous_url": address(page.previous_page_number()) if page.has_previous() else "",
        "next_url": address(page.next_page_number()) if page.has_next() else "",
    }


# Tables and pictures -----------------------------------------------------------------------


@register.simple_block_tag
def table(
    content: str, caption: str, downloads: Iterable[Link] = (), note: str = ""
) -> SafeString:
    """A table in a frame that scrolls by itself; the content is thead and tbody."""
    words = format_html(' <span class="table-note">{}</span>', note) if note else ""
    return format_html(
        '<div class="table-frame" role="region" aria-label="{}" tabindex="0">'
        "<table><caption>{}{}</caption>{}</table></div>{}",
        caption,
        caption,
        words,
        content,
        downloads_line(downloads),
    )


@register.simple_tag(name="downloads")
def downloads_line(links: Iterable[Link]) -> SafeString:
    offered = list(links)
    if not offered:
        return SafeString("")
    return format_html(
        '<p class="downloads">{} {}</p>',
        _("Download this table:"),
        format_html_join(
            " ", '<a href="{}" download>{}</a>', ((x.url, x.label) for x in offered)
        ),
    )


@register.simple_block_tag
def picture(content: str, caption: str, source: Link | None = None) -> SafeString:
    """A map or chart; its content holds the drawing and, inside `twin`, the same as a table."""
    credit = (
        format_html(' <a class="source" href="{}">{}</a>', source.url, source.label)
        if source
        else ""
    )
    return format_html(
        '<figure class="picture">{}<figcaption>{}{}</figcaption></figure>',
        content,
        caption,
        credit,
    )


@register.simple_block_tag
def twin(content: str, is_open: bool = False) -> SafeString:
    return format_html(
        '<details class="disclosure twin"{}><summary>{}</summary><div>{}</div></details>',
        SafeString(" open") if is_open else "",
        _("The same as a table"),
        content,
    )


@register.inclusion_tag("components/copy_link.html")
def copy_link(label: str = "", url: str = "") -> dict[str, Any]:
    return {"label": label, "url": url}
