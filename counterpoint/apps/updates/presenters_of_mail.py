"""A newsletter as a mail and a page show it: Markdown rendered, then sanitised."""

from collections.abc import Mapping

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from counterpoint.apps.updates.models import Campaign

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
# What a letter needs. Headings begin at the second level: the subject is the first.
TAGS = {
    "p",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "a",
    "em",
    "strong",
    "blockquote",
    "hr",
    "br",
    "code",
    "pre",
}


def rendered(text: str) -> SafeString:
    html = _MARKDOWN.render(text).replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
    return mark_safe(clean)  # noqa: S308  what nh3 lets through


def campaign_context(campaign: Campaign) -> Mapping[str, object]:
    return {"campaign": campaign, "html": rendered(campaign.body)}
