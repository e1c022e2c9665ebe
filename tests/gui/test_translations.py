"""Russian is complete, true to its gaps, and what the owner sees in it holds no English."""

import ast
import importlib.util
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from adapters.wording import phrase
from gui import figures
from gui.translate import speak, words

FOLDER = Path(__file__).parents[2] / "resources" / "translations"
GAP = re.compile(r"\{(\w+)[^}]*\}|%L?n|%\d")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
# Sentences that are the same in both languages: names and units of measure.
SAME = {
    "Top-p",
    "Top-k",
    "Min-p",
    "Timbre",
    "{number} %",
    "{whole}.{tenths}",
    "{conversations} and {voices}",
}


def updater() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update", FOLDER / "update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def entries(file: Path) -> Iterator[tuple[str, ET.Element]]:
    for context in ET.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            yield context.findtext("name", ""), message


def sources(file: Path) -> set[tuple[str, str, str]]:
    return {
        (name, message.findtext("source", ""), message.findtext("comment", ""))
        for name, message in entries(file)
    }


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both files as they would be, were they brought up to date now."""
    folder = tmp_path_factory.mktemp("translations")
    for language in ("en", "ru"):
        updater().collect(folder, language)
    return folder


@lru_cache
def russian() -> list[tuple[str, str, list[str], bool]]:
    """Context, source, translations (several for plural forms), and whether it is finished."""
    found = []
    for name, message in entries(FOLDER / "timbre_ru.ts"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")]
        done = translation.get("type") != "unfinished"
        source = message.findtext("source", "")
        found.append((name, source, forms or [translation.text or ""], done))
    return found


@pytest.mark.parametrize("language", ["en", "ru"])
def test_file_holds_every_sentence_and_no_other(collected: Path, language: str) -> None:
    name = f"timbre_{language}.ts"
    now, then = sources(collected / name), sources(FOLDER / name)
    assert not now - then, "run resources/translations/update.py and translate what is new"
    assert not then - now, "run resources/translations/update.py"


def test_phrases_of_the_engine_are_collected(collected: Path) -> None:
    found = {(name, source) for name, source, _ in sources(collected / "timbre_ru.ts")}
    assert ("errors", "The system said: {reason}") in found  # one with a gap
    assert set(updater().phrases()) <= found
    assert "" not in {name for name, _ in found}


def test_every_phrase_is_written_out() -> None:
    """One that is put together from parts would never reach the translators."""
    calls = 0
    for file in updater().sources():
        for node in ast.walk(ast.parse(Path(file).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "phrase":
                calls += 1
                assert all(isinstance(part, ast.Constant) for part in node.args), file
    assert calls == len(list(updater().phrases()))


def test_contexts_are_names() -> None:
    """``self._page.tr(...)`` is collected under "self._page", and never found again."""
    assert not [name for name, _, _, _ in russian() if "." in name]


def test_nothing_is_unfinished_or_empty() -> None:
    assert not [f"{name}: {source}" for name, source, _, done in russian() if not done]
    assert not [source for _, source, forms, _ in russian() if not all(forms)]


def test_gaps_are_those_of_the_source() -> None:
    for name, source, forms, _ in russian():
        wanted = sorted(found[0] for found in GAP.finditer(source))
        for form in forms:
            got = sorted(found[0] for found in GAP.finditer(form))
            # A form for one thing may say it without its number.
            assert got == wanted, f"{name}: {source!r} became {form!r}"


def test_translations_are_russian() -> None:
    english = [
        (name, source)
        for name, source, forms, _ in russian()
        if source not in SAME
        and re.search("[a-z]{3}", GAP.sub("", source))
        and not all(CYRILLIC.search(form) for form in forms)
    ]
    assert not english


def test_sentences_end_alike() -> None:
    for name, source, forms, _ in russian():
        if source.endswith((".", "?", ":", "…")):
            assert all(form.endswith(source[-1]) for form in forms), f"{name}: {source!r}"


def test_plurals_have_all_their_forms() -> None:
    for language, count in (("en", 2), ("ru", 3)):
        for _, message in entries(FOLDER / f"timbre_{language}.ts"):
            if message.get("numerus") == "yes":
                assert len(message.findall("translation/numerusform")) == count
                assert all(form.text for form in message.findall("translation/numerusform"))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_compiled_file_is_that_of_its_source(tmp_path: Path, language: str) -> None:
    name = f"timbre_{language}"
    (tmp_path / f"{name}.ts").write_bytes((FOLDER / f"{name}.ts").read_bytes())
    updater().compile_to_qm(tmp_path, language)
    assert (tmp_path / f"{name}.qm").read_bytes() == (FOLDER / f"{name}.qm").read_bytes()


# --- spoken ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1 голос"), (3, "3 голоса"), (5, "5 голосов"), (21, "21 голос"), (11, "11 голосов")],
)
def test_russian_counts(number: int, text: str) -> None:
    speak("ru")
    assert QCoreApplication.translate("TrashBox", "%n voices", "", number) == text


@pytest.mark.parametrize(("number", "text"), [(1, "1 voice"), (2, "2 voices"), (0, "0 voices")])
def test_english_counts(number: int, text: str) -> None:
    speak("en")
    assert QCoreApplication.translate("TrashBox", "%n voices", "", number) == text


def test_phrase_of_the_engine_is_spoken() -> None:
    told = phrase("errors", "The data folder cannot be used: {folder}", folder="/tmp/{x} <b>")
    assert words(told) == "The data folder cannot be used: /tmp/{x} <b>"
    speak("ru")
    assert CYRILLIC.search(words(told))
    assert words(told).endswith("/tmp/{x} <b>")


def test_phrase_inside_of_a_phrase_is_spoken_as_well() -> None:
    speak("ru")
    inner = phrase("errors", "It holds until Timbre is closed.")
    outer = phrase("errors", "The system said: {reason}", reason=inner)
    assert "It holds" not in words(outer)


def test_unknown_phrase_is_shown_as_it_was_written() -> None:
    speak("ru")
    assert words(phrase("errors", "Of a later version: {n}", n=3)) == "Of a later version: 3"


def test_numbers_follow_the_language() -> None:
    speak("en")
    assert figures.decimal(3.9) == "3.9"
    speak("ru")
    assert figures.decimal(3.9) == "3,9"
    assert figures.memory(2**32).replace("\u00a0", " ") == "4,0 ГиБ"


def test_the_window_speaks_as_the_system_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("LANGUAGE", "fr:ru")
    assert speak("system") == "ru"
    assert QCoreApplication.translate("Rail", "Chat") == "Беседа"
    assert speak("en") == "en"


def test_speaking_twice_leaves_one_translator() -> None:
    speak("ru")
    speak("ru")
    speak("en")
    assert QCoreApplication.translate("Rail", "Chat") == "Chat"
    assert QLocale().language() == QLocale.Language.English
