from tests.journeys.browser import browser, open_screen, screen
from tests.journeys.scene import examples, terms_and_places

__all__ = ["browser", "examples", "open_screen", "screen", "terms_and_places"]
