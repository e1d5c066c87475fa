"""Django's settings, wired from `environment.py`. Import django.conf.settings, never this."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from counterpoint.config import logging as log_wiring
from counterpoint.config.databases import database
from counterpoint.config.environment import PROJECT, Environment, config_file
from counterpoint.web import security

ENVIRONMENT = Environment(dict(os.environ), config_file())
HOME = ENVIRONMENT.path("COUNTERPOINT_HOME")
VOCABULARIES = ENVIRONMENT.path("COUNTERPOINT_VOCABULARIES")
SENTENCE_MODEL = ENVIRONMENT.text("COUNTERPOINT_SENTENCE_MODEL")
LARGEST_UPLOAD_BYTES = ENVIRONMENT.number("COUNTERPOINT_LARGEST_UPLOAD_MB") * 1_000_000
SEARCH_INDEX = HOME / "search"


def _kept_secret(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    made = secrets.token_urlsafe(50)
    try:
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w"
        ) as file:
            file.write(made)
    except FileExistsError:
        # Another process of the same start made it first: theirs is the one that counts.
        return path.read_text(encoding="ascii")
    return made


SECRET_KEY = ENVIRONMENT.text("COUNTERPOINT_SECRET_KEY") or _kept_secret(HOME / "secret.key")
DEBUG = ENVIRONMENT.flag("COUNTERPOINT_DEBUG")
ADDRESS = ENVIRONMENT.text("COUNTERPOINT_ADDRESS").rstrip("/")
_address = urlsplit(ADDRESS)
IS_HTTPS = _address.scheme == "https"
ALLOWED_HOSTS = [*ENVIRONMENT.list("COUNTERPOINT_HOSTS"), _address.hostname or "localhost"]
CSRF_TRUSTED_ORIGINS = [f"{_address.scheme}://{_address.netloc}"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "counterpoint.config",
    "counterpoint.web",
    "counterpoint.apps.history",
    "counterpoint.apps.accounts",
    "counterpoint.apps.vocabulary",
    "counterpoint.apps.places",
    "counterpoint.apps.directory",
    "counterpoint.apps.imports",
    "counterpoint.apps.commissioning",
    "counterpoint.apps.agreements",
    "counterpoint.apps.programmes",
    "counterpoint.apps.delivery",
    "counterpoint.apps.evidence",
    "counterpoint.apps.relationships",
    "counterpoint.apps.publications",
    "counterpoint.apps.community",
    "counterpoint.apps.matching",
    "counterpoint.apps.updates",
    # After our own: our templates for its pages come first.
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "counterpoint.web.middleware.RequestId",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "counterpoint.web.middleware.SecurityHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "counterpoint.web.middleware.Refusals",
]

ROOT_URLCONF = "counterpoint.config.urls"
WSGI_APPLICATION = "counterpoint.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "counterpoint.web.context.page",
            ]
        },
    }
]

DATABASES = {
    "default": database(
        ENVIRONMENT.text("DATABASE_URL"),
        HOME,
        synchronous=ENVIRONMENT.text("COUNTERPOINT_SQLITE_SYNCHRONOUS"),
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [PROJECT / "counterpoint" / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
MEDIA_ROOT = HOME / "uploads"
VIRUS_SCANNER = ENVIRONMENT.text("COUNTERPOINT_VIRUS_SCANNER")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        # NCSC and NIST SP 800-63B ask for length, not for kinds of characters.
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my-work"
LOGOUT_REDIRECT_URL = "home"

CONTENT_SECURITY_POLICY = security.CONTENT_SECURITY_POLICY
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = (
    False  # the proxy in front redirects; redirecting here breaks its health checks
)
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "counterpoint.web.refusals.csrf_failure"
if ENVIRONMENT.flag("COUNTERPOINT_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000


def _mail(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme == "file":
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": parts.path,
        }
    if parts.scheme in ("smtp", "smtps"):
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": parts.hostname,
            "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_SSL": parts.scheme == "smtps",
            "EMAIL_USE_TLS": parts.scheme == "smtp" and parts.port == 587,
            "EMAIL_TIMEOUT": 20,
        }
    if parts.scheme != "console":
        raise ValueError(f"EMAIL_URL: {parts.scheme!r} is not console, file, smtp or smtps")
    return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}


globals().update(_mail(ENVIRONMENT.text("EMAIL_URL")))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENVIRONMENT.text("COUNTERPOINT_MAIL_FROM")

LOGGING = log_wiring.configuration(
    style=ENVIRONMENT.text("COUNTERPOINT_LOG_FORMAT"),
    level=ENVIRONMENT.text("COUNTERPOINT_LOG_LEVEL"),
)

from counterpoint.config.sign_in import *  # noqa: E402, F403  allauth's settings, apart for length
