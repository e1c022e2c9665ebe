"""Convert the starter model: ``python -m engine.model.starter GGUF NF4_DIR``.

The set-up runs this as a process of its own and reads its standard output: one line per
step, a fraction and a text, as in ``0.42 Converting the model to 4 bits``.
"""

import sys
from pathlib import Path

from adapters.errors import UserError
from engine.model.quantise import quantise
from engine.model.source import inspect


def convert(gguf: Path, target: Path) -> None:
    """Convert with progress on standard output. Raises ``UserError``."""
    shown = ""
    for step in quantise(inspect(gguf), target):
        line = f"{step.fraction or 0:.2f} {step.stage}"
        if line != shown:
            print(line, flush=True)
            shown = line
    print("1.00 Done", flush=True)


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print("usage: python -m engine.model.starter GGUF NF4_DIR", file=sys.stderr)
        return 2
    try:
        convert(Path(arguments[0]), Path(arguments[1]))
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
