"""How long it takes to read the places out of a text, to build the gazetteer and to draw a map.

    .venv/bin/python benchmarks/places.py

CPU time of one thread, warm; the best of several rounds, because other work on the machine can
only make a round slower. The texts are our own: one with many places, one with none.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from counterpoint.apps.places.files import PlaceFiles
from counterpoint.domain.places.containment import Containment
from counterpoint.domain.places.drawing import frame_around, path
from counterpoint.domain.places.gazetteer import Gazetteer

DENSE = (
    "We are looking for a programme of singing and dance for older people living with dementia "
    "and their carers across Thanet, Dover and Folkestone, with outreach in Canterbury and "
    "Ashford, working with NHS Kent and Medway, social prescribing link workers, care homes and "
    "libraries in East Kent, starting in March next year and running for two years, with online "
    "sessions for people who cannot travel to Margate or Ramsgate."
)
PLAIN = (
    "We would like to reduce loneliness and improve confidence and mood through a weekly "
    "creative group with artists who have experience of dementia and safeguarding and who can "
    "come to halls and care homes for two years from next spring because people told us that "
    "music and movement and making things together matter to them and that they want to meet "
    "others near home without long journeys or large cost or waiting for months."
)


def best_ms(work: Callable[[], object], rounds: int, times: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        for _ in range(times):
            work()
        best = min(best, (time.process_time() - begun) / times)
    return best * 1000


def main() -> None:
    files = PlaceFiles()
    begun = time.process_time()
    containment = Containment(files.places, files.links)
    areas = {area.code: area for area in files.postcode_areas}
    print(f"tables read              {(time.process_time() - begun) * 1000:8.1f} ms")
    known = Gazetteer(files.places, containment, areas)
    built = best_ms(lambda: Gazetteer(files.places, containment, areas), 5, 1)
    print(f"gazetteer built          {built:8.1f} ms for {len(files.places):,} places")
    for name, text in (("many places", DENSE), ("no places", PLAIN)):
        ms = best_ms(lambda text=text: known.read(text), 20, 100)
        print(f"{len(text.split()):3} words, {name:<11}  {ms:8.3f} ms")
    outlines = [files.topology.outline(code) for code in files.topology.codes]
    frame = frame_around(outlines, width=460, tallest=680)
    assert frame is not None
    drawn = best_ms(lambda: [path(outline, frame) for outline in outlines], 5, 1)
    print(f"map of all districts     {drawn:8.1f} ms")


if __name__ == "__main__":
    main()
