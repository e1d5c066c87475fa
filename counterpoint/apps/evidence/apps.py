from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "counterpoint.apps.evidence"
    label = "evidence"
    verbose_name = "Evidence"
