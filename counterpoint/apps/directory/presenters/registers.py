"""Registers in which organisations are numbered, by the list codes of https://org-id.guide."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from counterpoint.web.components import Link


@dataclass(frozen=True)
class Register:
    """`page` is the address of an entry; empty where the register has no page for each."""

    name: str | Promise
    page: str = ""


REGISTERS = {
    "GB-CHC": Register(
        _("Charity Commission for England and Wales"),
        "https://register-of-charities.charitycommission.gov.uk/charity-details/?regid={}&subid=0",
    ),
    "GB-SC": Register(
        _("Scottish Charity Register"),
        "https://www.oscr.org.uk/about-charities/search-the-register/charity-details?number={}",
    ),
    "GB-NIC": Register(
        _("Charity Commission for Northern Ireland"),
        "https://www.charitycommissionni.org.uk/charity-details/?regId={}&subId=0",
    ),
    "GB-COH": Register(
        _("Companies House"),
        "https://find-and-update.company-information.service.gov.uk/company/{}",
    ),
    "GB-EDU": Register(
        _("Get Information about Schools"),
        "https://get-information-schools.service.gov.uk/Establishments/Establishment/Details/{}",
    ),
    "GB-UKPRN": Register(_("UK Register of Learning Providers")),
    "GB-GSS": Register(
        _("Office for National Statistics, area code"),
        "https://statistics.data.gov.uk/id/statistical-geography/{}",
    ),
    "GB-LAE": Register(_("Register of local authorities in England")),
    "GB-LAS": Register(_("Register of local authorities in Scotland")),
    "GB-PLA": Register(_("Register of principal local authorities in Wales")),
    "GB-NHS": Register(_("NHS organisation data")),
    "GB-GOR": Register(_("Government organisation register")),
    "GB-HESA": Register(_("Higher Education Statistics Agency")),
    "XI-ROR": Register(_("Research Organization Registry"), "https://ror.org/{}"),
    "XI-GRID": Register(_("Global Research Identifier Database")),
    "XI-WIKIDATA": Register("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "360G": Register(_("Given by the publisher of a grant")),
}


def register_link(scheme: str, value: str) -> tuple[str, Link]:
    """The register's name, and the number as a link to the entry if it has one."""
    register = REGISTERS.get(scheme, Register(scheme))
    return str(register.name), Link(
        value, register.page.format(value) if register.page else ""
    )
