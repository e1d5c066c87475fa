from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps

from counterpoint.domain.privacy import DECLARATIONS


class HistoryConfig(AppConfig):
    name = "counterpoint.apps.history"
    label = "history"
    verbose_name = "History"

    def ready(self) -> None:
        for app in apps.get_app_configs():
            if find_spec(f"{app.name}.history_kinds"):
                import_module(f"{app.name}.history_kinds")
        for model in apps.get_models():
            if model.__module__.startswith("counterpoint.") and hasattr(
                model, "personal_data"
            ):
                DECLARATIONS.declare(model._meta.label, model.personal_data)
