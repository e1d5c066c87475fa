from django.apps import AppConfig


class RelationshipsConfig(AppConfig):
    name = "counterpoint.apps.relationships"
    label = "relationships"
    verbose_name = "Relationships"
