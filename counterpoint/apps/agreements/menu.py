"""Where the account menu leads people who commission or are commissioned."""

from django.utils.translation import gettext_lazy as _

from counterpoint.web.navigation import Destination, offer_in_account_menu, signed_in

for label, name, prefix in (
    (_("Commissioning work"), "commissioning-work", "/commissioning"),
    (_("My applications"), "my-applications", "/my-applications"),
    (_("My agreements"), "my-agreements", "/agreements/mine"),
):
    offer_in_account_menu(Destination(label, name, prefix, signed_in))
