from django.utils.translation import gettext_lazy as _

from counterpoint.apps.history.kinds import describe

describe({"study.recorded": _("{by} recorded the study {subject}")})
