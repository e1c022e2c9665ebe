"""Made-up conversations in English and Russian whose words are as frequent as real ones.

The commonest words are real; the long tail is built from syllables and endings. Word
frequencies follow Zipf's law, so that a search meets both words that stand in half of all
messages and words that stand in one.
"""

from collections.abc import Iterator

import numpy as np

COMMON = {
    "en": (
        "the of and to in a is that it for was on with as be at by this had not are but from "
        "or have an they which one you were all her she there would their we him been has when "
        "who will no more if out so up said what its about than into them can only other time "
        "new some could these two may first then do any like my now over such our man me even "
        "most made after also well year garden letter note work day house water night people"
    ),
    "ru": (
        "и в не на я быть он с что а по это она этот к но они мы весь который из у то за свой "
        "ещё от так о для ты же всё год мочь вы человек такой его сказать только или бы себя "
        "один как другой хотя уже если время когда наш рука дело сам раз день где жизнь стать "
        "первый очень мой без чем даже дом знать после её место глаз стол сад письмо заметка "
        "вода утро работа слово вечер город книга окно снег зима весна лето осень дорога"
    ),
}
# A syllable is one of each: a beginning, a vowel, an end.
ONSETS = {
    "en": "b c d f g h l m n p r s t v w br ch cl dr fl gr pl pr sh st str th tr",
    "ru": "б в г д ж з к л м н п р с т х ц ч ш бр вз гр др кр пр сл ст стр тр",
}
VOWELS = {"en": "a e i o u ea ou", "ru": "а е и о у ы ю я"}
CODAS = {"en": "_ _ _ n r s t l m ck nd ng st rt", "ru": "_ _ _ н р с т л м к й ст нт рт"}
SYLLABLES = 400
ENDINGS = {
    "en": "s ed ing er ly ness tion able ment al",
    "ru": "а у ом е ы ами ить ает ный ная ение ость",
}
TAIL = 40_000
ZIPF = 1.05


class Corpus:
    """Draws sentences; the same seed gives the same sentences."""

    def __init__(self, seed: int = 0) -> None:
        self._random = np.random.default_rng(seed)
        self.words = {language: self._vocabulary(language) for language in COMMON}
        self._chances = {language: self._zipf(len(w)) for language, w in self.words.items()}

    def texts(
        self, language: str, lengths: "np.ndarray[tuple[int], np.dtype[np.int64]]"
    ) -> list[str]:
        """One text for each length, in words."""
        drawn = self._draw(language, int(lengths.sum()))
        ends = np.cumsum(lengths)
        return [" ".join(drawn[end - n : end]) for end, n in zip(ends, lengths, strict=True)]

    def lengths(self, count: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        """Lengths of turns in words: short questions, replies of about fifty words."""
        turns = np.arange(count) % 2
        means = np.where(turns == 0, 2.2, 3.7)
        return np.clip(self._random.lognormal(means, 0.6), 1, 400).astype(np.int64)

    def _draw(self, language: str, count: int) -> list[str]:
        words = self.words[language]
        places = np.searchsorted(self._chances[language], self._random.random(count))
        return [words[i] for i in places]

    def _vocabulary(self, language: str) -> list[str]:
        return list(dict.fromkeys([*COMMON[language].split(), *self._tail(language)]))

    def _tail(self, language: str) -> Iterator[str]:
        syllables, endings = self._syllables(language), ENDINGS[language].split()
        chances = np.diff(self._zipf(len(syllables), 0.6), prepend=0.0)
        for count in self._random.integers(1, 4, TAIL):
            stem = self._random.choice(syllables, count, p=chances)
            yield "".join(stem) + str(self._random.choice(endings))

    def _syllables(self, language: str) -> list[str]:
        parts = [kind[language].split() for kind in (ONSETS, VOWELS, CODAS)]
        found = {"".join(self._random.choice(part) for part in parts) for _ in range(SYLLABLES)}
        return [syllable.replace("_", "") for syllable in sorted(found)]

    @staticmethod
    def _zipf(size: int, exponent: float = ZIPF) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        weights = 1 / np.arange(1, size + 1) ** exponent
        chances = np.cumsum(weights / weights.sum())
        chances[-1] = 1.0
        return chances
