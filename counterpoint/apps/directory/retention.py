"""How long the directory keeps what it knows about people; the models declare the same periods."""

from datetime import datetime, timedelta

from django.db.models import Q

from counterpoint.apps.directory.models import Claim, Correction, Invitation
from counterpoint.apps.history.retention import forgets

INVITATION_KEPT = timedelta(days=30)
CORRECTION_KEPT = timedelta(days=365)
CLAIM_KEPT = timedelta(days=2 * 365)


@forgets("invitations")
def invitations(at: datetime) -> int:
    over = at - INVITATION_KEPT
    ended = Q(expires_at__lt=over) | Q(accepted_at__lt=over) | Q(withdrawn_at__lt=over)
    return Invitation.objects.filter(ended).delete()[0]


@forgets("addresses of people who suggested a correction")
def corrections(at: datetime) -> int:
    answered = Correction.objects.filter(answered_at__lt=at - CORRECTION_KEPT)
    return answered.exclude(email="", by=None).update(email="", by=None)


@forgets("evidence of claims")
def claims(at: datetime) -> int:
    decided = Claim.objects.filter(decided_at__lt=at - CLAIM_KEPT)
    return decided.delete()[0]
