"""People who sign in, and what the platform as a whole lets them do.

What a person may do for one organisation is a membership, kept with the organisation.
"""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.privacy import PersonalData


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(
        self, email: str, password: str | None = None, **fields: Any
    ) -> "Person":
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> "Person":
        return self.get(email__iexact=email)


class Person(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("your name"), max_length=150, blank=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    is_active = models.BooleanField(default=True)
    # Set when a person leaves: name and address are blanked, what they did stays.
    left_at = models.DateTimeField(null=True, blank=True)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    personal_data = PersonalData(
        fields=("email", "name", "last_login", "joined_at"),
        purpose="Signing in, and telling others in the same organisation who acted.",
        retention="Until the person closes the account; then made anonymous at once.",
    )

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(Lower("email"), name="person_email_whatever_the_case"),
        ]

    def __str__(self) -> str:
        return self.name or str(_("A member"))

    def get_full_name(self) -> str:
        return self.name


class PlatformRole(models.Model):
    """What a person may do across the whole platform."""

    class Role(models.TextChoices):
        PROGRAMME_TEAM = "programme_team", _("Programme team")
        EDITOR = "editor", _("Editor")
        OPERATOR = "operator", _("Operator")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="platform_roles")
    role = models.CharField(max_length=20, choices=Role.choices)
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    personal_data = PersonalData(
        fields=("person", "granted_by"),
        purpose="Knowing who may run the platform.",
        retention="Until the role ends.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role"], name="one_line_per_platform_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.role}"
