from django.utils.translation import gettext_lazy as _

from counterpoint.apps.history.kinds import describe

describe(
    {
        "person.renamed": _("{by} changed their name"),
        "person.left": _("A member closed their account"),
        "role.granted": _("{by} gave {subject} the role {role}"),
        "role.ended": _("{by} ended the role {role} of {subject}"),
    }
)
