"""10,000 studies in 2,000 cells, pooled anew: our quick way against the plain one by matrices.

python -m benchmarks.pooling
"""

import random
import time

from counterpoint.domain.evidence.pooling import pool
from counterpoint.domain.evidence.regression import regress

CELLS, STUDIES = 2_000, 5
PLAIN_CELLS = 200  # the plain way is measured on a tenth and scaled


def cells() -> list[tuple[list[float], list[float]]]:
    chance = random.Random(20)
    return [
        (
            [chance.gauss(0.3, 0.3) for _study in range(STUDIES)],
            [chance.uniform(0.01, 0.2) for _study in range(STUDIES)],
        )
        for _cell in range(CELLS)
    ]


def main() -> None:
    made = cells()
    began = time.process_time()
    quick = [pool(ys, vs).estimate for ys, vs in made]
    ours = time.process_time() - began
    began = time.process_time()
    plain = [regress(ys, vs).coefficients[0].estimate for ys, vs in made[:PLAIN_CELLS]]
    matrices = (time.process_time() - began) * CELLS / PLAIN_CELLS
    assert all(abs(a - b) < 1e-7 for a, b in zip(quick, plain, strict=False))
    print(f"{CELLS * STUDIES:,} studies in {CELLS:,} cells, REML, guarded Knapp-Hartung")
    print(f"ours     {ours:6.2f} s CPU")
    print(f"matrices {matrices:6.2f} s CPU (scaled from {PLAIN_CELLS} cells)")
    print(f"ratio    {matrices / ours:6.1f}")


if __name__ == "__main__":
    main()
