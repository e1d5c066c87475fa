"""Mail goes to addresses that exist."""

from django.core import mail

from counterpoint.apps.directory.emails.posting import deliver


def test_nobody_writes_to_the_invented_people_of_the_demonstration():
    sent = deliver.func("News", "Words.", ["a@demonstration.invalid", "b@example.org"])
    assert sent == 1
    assert mail.outbox[0].to == ["b@example.org"]
    assert deliver.func("News", "Words.", ["a@demonstration.invalid"]) == 0
