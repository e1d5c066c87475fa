"""The newsletter is a kind of news too: somebody may want it alone, or everything but it."""

from django.utils.translation import gettext_lazy as _

from counterpoint.apps.history.news import NewsKind, tell_of

NEWSLETTER = "newsletter"

tell_of(NewsKind(NEWSLETTER, _("Newsletters"), _("What the programme team writes")))
