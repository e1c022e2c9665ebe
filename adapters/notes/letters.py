"""Which of several encodings of one byte a text is in, by how its letters fall.

Short notes in Russian say too little for a general detector, but the wrong encoding shows at
once: capitals stand inside of words, rare letters are common, alphabets mix in one word. Each
way to read the bytes is scored by the logarithm of how likely its characters are.
"""

import math
import re
from collections.abc import Sequence

# Per thousand letters of Russian prose (National Corpus), and a few of its neighbours'.
_RUSSIAN = (
    "о110 е85 а80 и74 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з17 б16 ч14 "
    "й12 х10 ж9 ш7 ю6 ц5 щ4 э3 ф3 і2 ї1 є1 ъ0.4 ё0.4 ґ0.1"
)
# Per thousand of the accented letters of French, Spanish, German, Portuguese, Italian and
# the Scandinavian languages, roughly alike in weight.
_WESTERN = (
    "é160 ä90 ü80 ö70 ó60 í60 á60 è60 à60 ã40 ç40 å40 ê25 ñ25 ß25 ú25 ø25 æ15 õ15 ò12 ù12 ì8 "
    "â10 ô10 î8 û6 ë5 ï5 œ5 ý2 þ1 ð1 ÿ0.5"
)
# The commonest pairs of Russian.
_PAIRS = (
    "ст но ен то на ов ни ра во ко ал ли по ре ро пр го ер от ос ас ор ва ка ла за не ве де те "
    "ри ло ле да ил ит ол ть ин ан ем ог ел ом тр ся ми ма мо об ег ет ис ны ый од ск ме до ди ви"
)
_PUNCTUATION = set("«»„“”‘’–—…€§°№¿¡©®·•\xa0¢£½¼¾²³ªº‹›™")
_MARKS, _STRANGE = math.log(0.01), math.log(1e-4)
_CAPITAL, _CAPITALS, _CAPITAL_INSIDE = -0.5, -0.2, -4.0
_PAIR, _ALPHABETS_MIXED = 0.7, -6.0
_LETTER_ALONE, _ACCENT_ALONE, _ACCENTS_IN_A_ROW = -2.0, -1.0, -2.5
# The mean of a character below which this is no text of ours.
_NO_WORD, _NO_SENTENCE, _SENTENCE = -4.8, -3.8, 30
_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]"), re.compile(r"[a-zA-Z]")


def _logarithms(table: str) -> dict[str, float]:
    return {one[0]: math.log(float(one[1:]) / 1000) for one in table.split()}


_COMMON = frozenset(_PAIRS.split())
_LIKELY = _logarithms(_RUSSIAN) | _logarithms(_WESTERN)


def best_of(data: bytes, encodings: Sequence[str]) -> tuple[str, bool]:
    """The likeliest of ``encodings``, the first of equals, and whether it makes sense at all."""
    texts = {encoding: data.decode(encoding, errors="replace") for encoding in encodings}
    scores = {encoding: _score(text) for encoding, text in texts.items()}
    best = max(scores, key=lambda encoding: scores[encoding])
    foreign = sum(byte >= 0x80 for byte in data)
    # Greek or Hebrew read as Russian shows only once there is some of it.
    long = foreign >= _SENTENCE and _CYRILLIC.search(texts[best])
    return best, scores[best] >= foreign * (_NO_SENTENCE if long else _NO_WORD)


def _score(text: str) -> float:
    padded = f" {text} "
    return sum(
        _of_character(*padded[at - 1 : at + 2])
        for at in range(1, len(padded) - 1)
        if padded[at] > "\x7f"
    )


def _of_character(before: str, this: str, after: str) -> float:
    likely = _LIKELY.get(this.lower())
    if likely is None:
        return _MARKS if this in _PUNCTUATION else _STRANGE
    if this.isupper():
        likely += (
            _CAPITAL_INSIDE if before.islower() else _CAPITALS if before.isupper() else _CAPITAL
        )
    return likely + (_russian if _CYRILLIC.match(this) else _western)(before, this, after)


def _russian(before: str, this: str, after: str) -> float:
    if _LATIN.match(before) or _LATIN.match(after):
        return _ALPHABETS_MIXED
    if not (_CYRILLIC.match(before) or _CYRILLIC.match(after)):
        return _LETTER_ALONE
    return _PAIR if (before + this).lower() in _COMMON else 0.0


def _western(before: str, _this: str, after: str) -> float:
    if any(one > "\x7f" and one.isalpha() for one in (before, after)):
        return _ACCENTS_IN_A_ROW
    return 0.0 if before.isalpha() or after.isalpha() else _ACCENT_ALONE
