"""How long the command takes from nothing: the help, and one article read cold. Wall seconds, and the most memory.

    python benchmarks/start.py [FILE] [--runs 5]

FILE is any article; without it an example dispatch is read.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "avdiivka-neutral.txt"


def time_command(arguments: list[str], runs: int) -> list[float]:
    """Wall seconds of each run of `reportedly` with `arguments`."""
    command = [sys.executable, "-m", "reportedly", *arguments]
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "NO_COLOR": "1"})
        seconds.append(time.perf_counter() - start)
    return seconds


def main() -> None:
    """Print least, median and most of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", default=EXAMPLE, type=Path)
    parser.add_argument("--runs", default=5, type=int)
    options = parser.parse_args()
    for name, arguments in (("--help", ["--help"]), ("read", ["read", str(options.file), "--format", "json"])):
        found = time_command(arguments, options.runs)
        print(f"{name:8} least {min(found):.2f} s, median {statistics.median(found):.2f} s, most {max(found):.2f} s")
    print(f"most memory of one run {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
