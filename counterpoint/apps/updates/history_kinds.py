from django.utils.translation import gettext_lazy as _

from counterpoint.apps.history.kinds import describe

describe(
    {
        "sign_up.asked": _("Somebody asked for updates"),
        "sign_up.resent": _("The mail that asks for confirmation was sent again"),
        "subscriber.confirmed": _("A subscriber confirmed the address"),
        "subscriber.added_to": _("A subscriber confirmed more to be told"),
        "subscriber.changed": _("A subscriber changed what is told"),
        "subscriber.paused": _("A subscriber paused the updates"),
        "subscriber.resumed": _("A subscriber goes on with the updates"),
        "subscriber.left": _("A subscriber unsubscribed"),
        "subscriber.erased": _("A subscriber erased everything that was held"),
        "subscriber.bounced": _("A mail to a subscriber came back"),
        "subscriber.stopped": _("Mails to a subscriber were stopped: the address is gone"),
        "campaign.written": _("{by} began the newsletter {subject}"),
        "campaign.edited": _("{by} edited the newsletter {subject}"),
        "campaign.tested": _("{by} sent a test of the newsletter {subject}"),
        "campaign.scheduled": _("{by} scheduled the newsletter {subject}"),
        "campaign.paused": _("{by} paused the newsletter {subject}"),
        "campaign.resumed": _("{by} let the newsletter {subject} go on"),
        "campaign.published": _("The newsletter {subject} began to be sent"),
        "campaign.sent": _("The newsletter {subject} was sent to all"),
    }
)
