from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "counterpoint.apps.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        from counterpoint.apps.accounts import own_data  # noqa: F401  it registers itself
