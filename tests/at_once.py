"""Two people who act in the same moment, each on a connection of their own.

Tests that use it ask for the fixture `several_connections`.
"""

import threading

from django.db import connection


def at_once(*acts):
    """What each of them came to: nothing, or the refusal; anything else fails the test."""
    start, outcomes = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number, act):
        try:
            start.wait(timeout=20)
            act()
        except BaseException as raised:
            outcomes[number] = raised
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


def fresh(model, pk):
    """Each acts on what they read themselves, as two requests do."""
    return model.objects.get(pk=pk)
