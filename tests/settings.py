"""The product's settings in a folder of their own, with cheap passwords and mail kept in memory."""

import os
import tempfile
from pathlib import Path

HOME_FOR_TESTS = tempfile.mkdtemp(prefix="counterpoint-tests-")
os.environ["COUNTERPOINT_HOME"] = HOME_FOR_TESTS
os.environ["COUNTERPOINT_CONFIG"] = str(Path(HOME_FOR_TESTS) / "none.env")
os.environ.setdefault("COUNTERPOINT_LOG_LEVEL", "WARNING")

from counterpoint.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STATIC_ROOT.mkdir()  # noqa: F405  the server warns when there is none
