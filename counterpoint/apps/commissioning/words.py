"""The words for kinds, states and outcomes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.commissioning.calls import applying, eligibility, questions, steps
from counterpoint.domain.commissioning.calls.consortium import Form
from counterpoint.domain.commissioning.calls.standing import Standing


class CallKind(models.TextChoices):
    GRANT = "grant", _("Grant call")
    TENDER = "tender", _("Tender")
    FRAMEWORK = "framework", _("Framework or dynamic list")
    ENGAGEMENT = "engagement", _("Early notice: nothing is bought yet")


CALL_KINDS = CallKind.choices
STATES = [
    (Standing.DRAFT.value, _("Draft")),
    ("published", _("Published")),
    (Standing.ASSESSING.value, _("Being assessed")),
    (Standing.DECIDED.value, _("Decided")),
    (Standing.WITHDRAWN.value, _("Withdrawn")),
    (Standing.REPLACED.value, _("Advertised again")),
]
STANDINGS = {
    Standing.DRAFT: _("Draft"),
    Standing.ANNOUNCED: _("Announced"),
    Standing.OPEN: _("Open"),
    Standing.CLOSED: _("Closed"),
    Standing.ASSESSING: _("Being assessed"),
    Standing.DECIDED: _("Decided"),
    Standing.WITHDRAWN: _("Withdrawn"),
    Standing.REPLACED: _("Advertised again"),
}
APPLICATION_STATES = [
    (applying.State.DRAFT.value, _("Being written")),
    (applying.State.SUBMITTED.value, _("Sent")),
    (applying.State.INVITED.value, _("Invited to apply in full")),
    (applying.State.NOT_INVITED.value, _("Not invited")),
    (applying.State.WITHDRAWN.value, _("Withdrawn")),
    (applying.State.INELIGIBLE.value, _("Not eligible")),
]
STEP_KINDS = [
    (steps.Kind.EXPRESSION.value, _("Expressions of interest are sent")),
    (steps.Kind.APPLICATION.value, _("Applications are sent")),
    (steps.Kind.ASSESSMENT.value, _("Assessors read and score")),
    (steps.Kind.MODERATION.value, _("The panel moderates")),
    (steps.Kind.DECISION.value, _("The decision")),
]
PRESETS = [
    ("one-stage", _("One stage: application, scoring, moderation, decision")),
    ("expression-first", _("Two stages: an expression of interest first")),
    ("light", _("Light: application, scoring, decision")),
]
CHECKS = [
    (eligibility.Check.DECLARED.value, _("The applicant declares it")),
    (eligibility.Check.BASED_IN.value, _("Based in this place")),
    (eligibility.Check.ROLE.value, _("This kind of organisation")),
    (eligibility.Check.MOST_MONEY.value, _("Asks for at most this much")),
    (eligibility.Check.FORM.value, _("One of these forms of consortium")),
    (eligibility.Check.REGISTERED.value, _("Has a register number")),
    (eligibility.Check.ON_LIST.value, _("Is on the list of this framework")),
]
QUESTION_KINDS = [
    (questions.Kind.SHORT.value, _("Short text")),
    (questions.Kind.LONG.value, _("Long text")),
    (questions.Kind.NUMBER.value, _("Number")),
    (questions.Kind.CHOICE.value, _("One of several")),
    (questions.Kind.CHOICES.value, _("Any of several")),
    (questions.Kind.MONEY.value, _("Table of money: the budget")),
    (questions.Kind.MEASURES.value, _("Outcomes and how they will be known")),
    (questions.Kind.FILE.value, _("A file")),
    (questions.Kind.PARTNERS.value, _("Partners of a consortium")),
]
FORMS = [
    (Form.ALONE.value, _("Alone")),
    (Form.NETWORK.value, _("Informal network")),
    (Form.AGREEMENT.value, _("Written partnership agreement")),
    (Form.LEAD.value, _("Lead or managing provider")),
    (Form.HUB.value, _("Hub and spoke: a membership body")),
    (Form.VEHICLE.value, _("Special-purpose vehicle")),
]
OUTCOMES = [
    ("award", _("Award")),
    ("part", _("Award of a part")),
    ("reserve", _("Reserve list")),
    ("decline", _("No award")),
    ("admit", _("Admitted to the list")),
]
VOICES = [
    ("lived", _("People with lived experience")),
    ("front-line", _("People who work with them")),
    ("voluntary", _("Voluntary and community groups")),
    ("elected", _("Elected members")),
    ("data", _("Data and research")),
    ("plan", _("A plan or strategy that was adopted")),
]
NOTICE_KINDS = [
    ("invited", _("A call for which you were found")),
    ("answered", _("Your question about a call was answered")),
    ("partner", _("You are named as a partner")),
    ("deadline", _("An application is not sent and the deadline is near")),
    ("invited-on", _("You are invited to apply in full")),
    ("decided", _("There is a decision or an answer")),
    ("seat", _("You are asked to assess")),
    ("meeting", _("A meeting at which you have a place")),
]
HOW_TOLD = [("now", _("at once")), ("daily", _("once a day")), ("never", _("not at all"))]
