from counterpoint.apps.updates.models.campaigns import Campaign
from counterpoint.apps.updates.models.mailings import Mailing
from counterpoint.apps.updates.models.news import Gathering, News
from counterpoint.apps.updates.models.subscribers import (
    FREQUENCIES,
    Choice,
    Follow,
    SignUp,
    Subscriber,
)

__all__ = [
    "FREQUENCIES",
    "Campaign",
    "Choice",
    "Follow",
    "Gathering",
    "Mailing",
    "News",
    "SignUp",
    "Subscriber",
]
