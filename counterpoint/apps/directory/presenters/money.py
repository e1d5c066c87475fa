from decimal import Decimal

from django.utils.formats import number_format

SIGNS = {"GBP": "£", "EUR": "€", "USD": "US$"}


def money(amount: Decimal, currency: str) -> str:
    """As people write it: £1,500, £1,500.50, €20, 300 CHF."""
    places = 0 if amount == amount.to_integral_value() else 2
    number = number_format(amount, decimal_pos=places, use_l10n=True, force_grouping=True)
    sign = SIGNS.get(currency)
    return f"{sign}{number}" if sign else f"{number} {currency}"
