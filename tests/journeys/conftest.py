from tests.journeys.browser import browser, open_screen, screen

__all__ = ["browser", "open_screen", "screen"]
