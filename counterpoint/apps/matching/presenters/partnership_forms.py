"""The five forms that a group may take, and what has to be settled in each."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from counterpoint.web.components import Link

# The five forms, and that without a legal body each has to tender separately, are from here.
SOURCE = Link(
    "ArtsProfessional, Models of practice: arts and commissioning",
    "http://www.artsprofessional.co.uk/magazine/article/models-practice-arts-and-commissioning",
)


@dataclass(frozen=True)
class Form:
    code: str
    name: str | Promise
    about: str | Promise
    who_signs: str | Promise
    who_reports: str | Promise
    tenders_as_one: bool


FORMS = (
    Form(
        "informal-network",
        _("Informal network"),
        _("Organisations that know of each other and pass work on. Nothing is signed."),
        _("Each signs for its own part"),
        _("Each reports its own part"),
        tenders_as_one=False,
    ),
    Form(
        "partnership-agreement",
        _("Written partnership agreement"),
        _("Shares, roles and how to leave are written down; no new body is made."),
        _("Each signs for its own part"),
        _("As the agreement says"),
        tenders_as_one=False,
    ),
    Form(
        "lead-provider",
        _("Lead or managing provider"),
        _("One signs the contract and passes parts of it on to the others."),
        _("The lead"),
        _("The lead, for all"),
        tenders_as_one=True,
    ),
    Form(
        "hub-and-spoke",
        _("Hub and spoke: a membership body"),
        _("A body that members belong to finds and holds the work; members carry it out."),
        _("The hub"),
        _("The hub, for all"),
        tenders_as_one=True,
    ),
    Form(
        "special-purpose-vehicle",
        _("Special-purpose vehicle"),
        _("A new legal body, made by the partners for this work."),
        _("The new body"),
        _("The new body"),
        tenders_as_one=True,
    ),
)
