from django.utils.translation import gettext_lazy as _

from counterpoint.apps.history.kinds import describe

describe(
    {
        "agreement.drafted": _("{by} drafted {subject}"),
        "agreement.edited": _("{by} edited {subject}"),
        "agreement.part_added": _("{by} added to {subject}: {name}"),
        "agreement.part_removed": _("{by} took off {subject}: {name}"),
        "agreement.duties_proposed": _("{by} took over the proposed returns of {subject}"),
        "agreement.offered": _("{by} offered {subject} for signature"),
        "agreement.taken_back": _("{by} took {subject} back"),
        "agreement.signed": _("{by} recorded a signature of {subject}"),
        "agreement.began": _("Both sides have signed {subject}"),
        "agreement.varied": _("{by} proposed a variation of {subject}"),
        "agreement.variation_signed": _(
            "{by} recorded a signature of a variation of {subject}"
        ),
        "agreement.published": _("{by} published {subject}"),
        "agreement.ended": _("{by} ended {subject}"),
        "agreement.terminated": _("{by} terminated {subject}"),
        "agreement.payment_approved": _("{by} approved a payment of {subject}: {name}"),
        "agreement.paid": _("{by} recorded that a payment of {subject} was made: {name}"),
        "agreement.milestone_reached": _("{by} recorded a milestone of {subject}: {name}"),
        "agreement.returned": _("{by} sent a return for {subject}: {name}"),
        "agreement.sent_back": _("{by} sent a return for {subject} back: {name}"),
        "agreement.accepted": _("{by} accepted a return for {subject}: {name}"),
        "agreement.reported": _("{by} reported a figure for {subject}: {name}"),
        "agreement.graduated": _("{by} moved {subject} on: {name}"),
        "agreement.subgranted": _("{by} gave a sub-grant below {subject}: {name}"),
    }
)
