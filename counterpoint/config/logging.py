"""Structured logs: one line an event, each with the id of the request it belongs to."""

import json
import logging
from datetime import UTC, datetime
from typing import Any

from counterpoint.web.middleware import current_request_id


class WithRequestId(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = current_request_id()
        return True


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(
                timespec="milliseconds"
            ),
            "level": record.levelname,
            "logger": record.name,
            "request_id": getattr(record, "request_id", "-"),
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def configuration(*, style: str, level: str) -> dict[str, Any]:
    if style not in ("text", "json"):
        raise ValueError("COUNTERPOINT_LOG_FORMAT: say text or json")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": WithRequestId}},
        "formatters": {
            "text": {
                "format": "{asctime} {levelname} {request_id} {name}: {message}",
                "style": "{",
            },
            "json": {"()": JsonLines},
        },
        "handlers": {
            # Standard error: standard output belongs to what a command answers.
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": style,
                "filters": ["request_id"],
            }
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {"django.server": {"handlers": ["stderr"], "propagate": False}},
    }
