"""Collect every sentence of the program, and compile the translations.

Run it after a sentence has changed, translate what is new in timbre_ru.ts, run it again:

    python resources/translations/update.py

English needs a file only for its plural forms: "%n notes" becomes "1 note" in it.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PACKAGES = ("gui", "engine", "adapters")


def sources() -> list[str]:
    """Every module that may hold a sentence."""
    return sorted(str(file) for name in PACKAGES for file in (ROOT / name).rglob("*.py"))


def phrases() -> Iterator[tuple[str, str]]:
    """Context and sentence of every call of ``phrase``, in the order of the files.

    lupdate can take ``phrase`` as an alias, but leaves out each call that fills gaps in: it
    reads the third argument as a comment for the translator.
    """
    for file in sources():
        for node in ast.walk(ast.parse(Path(file).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "phrase":
                context, sentence = node.args[:2]
                if isinstance(context, ast.Constant) and isinstance(sentence, ast.Constant):
                    yield str(context.value), str(sentence.value)


def collect(into: Path, language: str) -> None:
    """Bring one .ts file up to date; entries whose sentence is gone leave it."""
    with tempfile.TemporaryDirectory() as folder:
        calls = [f"translate({context!r}, {text!r})" for context, text in phrases()]
        listed = Path(folder) / "phrases.py"
        listed.write_text("\n".join(calls) + "\n", encoding="utf-8")
        _tool(
            "pyside6-lupdate",
            *("-locations", "none", "-no-obsolete", "-silent"),
            *(["-pluralonly"] if language == "en" else []),
            *("-source-language", "en", "-target-language", language),
            *(*sources(), str(listed)),
            *("-ts", str(into / f"timbre_{language}.ts")),
        )


def compile_to_qm(folder: Path, language: str) -> None:
    file = folder / f"timbre_{language}.ts"
    _tool("pyside6-lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))


def _tool(name: str, *arguments: str) -> None:
    """The tools lie beside this Python, in the environment or elsewhere on the path."""
    beside = Path(sys.executable).parent / name
    subprocess.run([str(beside) if beside.exists() else name, *arguments], check=True)


def main() -> None:
    for language in ("en", "ru"):
        collect(HERE, language)
        compile_to_qm(HERE, language)


if __name__ == "__main__":
    main()
