"""The questions about the ground everything stands on; each app asks about its own part."""

import os
import shutil
import smtplib
import sqlite3
import sys

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from counterpoint.apps.history.wellbeing import Answer, ask

# Below this an import or an index rebuild may fail half way.
ENOUGH_FREE_BYTES = 500_000_000


@ask
def python_version() -> Answer:
    version = ".".join(map(str, sys.version_info[:3]))
    return Answer(
        "Python", sys.version_info >= (3, 11), version, "Install Python 3.11 or newer."
    )


@ask
def home_folder() -> Answer:
    home = settings.HOME
    if not (home.is_dir() and os.access(home, os.W_OK)):
        return Answer(
            "home folder",
            False,
            f"{home} cannot be written",
            "Create it or set COUNTERPOINT_HOME.",
        )
    free = shutil.disk_usage(home).free
    return Answer(
        "home folder",
        free > ENOUGH_FREE_BYTES,
        f"{home}, {free // 1_000_000:,} MB free",
        "Free some disk space.",
    )


@ask
def database() -> Answer:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return Answer(
            "database", False, str(error).strip(), "Is it running? Check DATABASE_URL."
        )
    if connection.vendor == "sqlite":
        return Answer(
            "database",
            True,
            f"SQLite {sqlite3.sqlite_version}, {connection.settings_dict['NAME']}",
        )
    return Answer(
        "database", True, f"{connection.display_name}, {connection.settings_dict['NAME']}"
    )


@ask
def tables() -> Answer:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        return Answer("tables", False, str(error).strip(), "See the database above.")
    if waiting:
        return Answer(
            "tables", False, f"{len(waiting)} migrations wait", "Run: counterpoint prepare"
        )
    return Answer("tables", True, "up to date")


@ask
def mail() -> Answer:
    backend = settings.EMAIL_BACKEND
    if not backend.endswith("smtp.EmailBackend"):
        kind = backend.rsplit(".", 2)[-2]
        return Answer("mail", True, f"{kind}: nothing is sent to anybody", is_needed=False)
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    server = smtplib.SMTP_SSL if settings.EMAIL_USE_SSL else smtplib.SMTP
    try:
        with server(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=5) as connected:
            connected.noop()
    except (OSError, smtplib.SMTPException) as error:
        return Answer("mail", False, f"{where}: {error}", "Check EMAIL_URL.", is_needed=False)
    return Answer("mail", True, where, is_needed=False)
