"""Writes the known answers of ASLI v1 beside this file, from reference.py.

    python3 generate.py            writes every file
    python3 generate.py --print    prints {file: text} as JSON and writes nothing

Every input is fixed or drawn from SHA-256 of a label, so a run anywhere gives the same bytes.
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True  # before the imports below, which would leave __pycache__ here

from cases_check import deficits, verdicts  # noqa: E402
from cases_core import hashes, noise, numbers, ranking  # noqa: E402
from cases_run import fingerprints, prompts, sampling, stops  # noqa: E402
from cases_stream import streams  # noqa: E402

FILES = [
    numbers,
    hashes,
    noise,
    ranking,
    sampling,
    fingerprints,
    deficits,
    verdicts,
    prompts,
    stops,
    streams,
]


def text_of(groups):
    """One case a line, so that a changed answer is one changed line."""
    parts = []
    for name, cases in groups.items():
        lines = ",\n".join("  " + json.dumps(case) for case in cases)
        parts.append(f" {json.dumps(name)}: [\n{lines}\n ]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main():
    files = {make.__name__ + ".json": text_of(make()) for make in FILES}
    if "--print" in sys.argv:
        print(json.dumps(files))
        return
    for name, text in files.items():
        (pathlib.Path(__file__).parent / name).write_text(text, encoding="ascii")


main()
