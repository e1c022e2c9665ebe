"""Questions for fragments that have none, written by the model itself where it can.

Instruction back-translation (Li et al. 2023, arXiv 2308.06259): the fragment stays the answer,
word for word, and only its question is made up. A question is kept where it is one, and where
the model foretells the fragment better after it than after the note's title. A model of which
half is refused is asked no more; a small one is soon found out.
"""

from collections.abc import Collection, Generator, Iterable, Mapping
from dataclasses import dataclass

import torch

from adapters.notes.chat_format import ChatFormat
from adapters.notes.document import Document
from adapters.notes.examples import unasked
from adapters.notes.fragments import Fragment
from adapters.notes.index import questions
from adapters.notes.index.database import Index
from adapters.notes.mix import key_of
from adapters.notes.plain_question import language_of
from adapters.notes.written_question import usable
from adapters.wording import phrase
from engine import instructions
from engine.generation.prompt import Turn, render
from engine.jobs.sampled import replies
from engine.jobs.state import Loaded
from engine.messages import Preparing, Update

MOST = 40  # fragments of a folder
PROBES = 6  # after so many a model is judged
_LOOKED_AT = 500  # notes: most folders have enough among the first
_SHOWN = 200  # tokens of a fragment that the model is shown
_HEARD = 64  # tokens of it that a question is judged by
_WRITTEN = 40  # tokens
_CODE = ("```", "~~~", "<", "|", "    ")

# What the model is asked, and one question and answer that show how.
_ASK = {
    "en": "Write one short question that this text answers.\n\n{text}",
    "ru": "Напиши один короткий вопрос, на который отвечает этот текст.\n\n{text}",
}
_SHOWN_HOW = {
    "en": (
        "Water boils at 100 degrees at sea level. Higher up the air is thinner, so it boils"
        " earlier.",
        "At what temperature does water boil?",
    ),
    "ru": (
        "На уровне моря вода кипит при ста градусах. Выше воздух реже, и она закипает раньше.",
        "При какой температуре кипит вода?",
    ),
}


@dataclass(frozen=True)
class QuestionWriter:
    """The loaded model, asked in turns with the chat; ``length``: tokens of an example."""

    loaded: Loaded
    chat: ChatFormat
    length: int

    def write(
        self, index: Index, documents: Iterable[Document]
    ) -> Generator[Update, None, Mapping[str, str]]:
        """The questions by their fragments' keys; each is kept at once in the index."""
        model = self.loaded.model.fingerprint
        known = questions.known(index, model)
        without = yield from self._unasked(documents)
        asked = [one for one in without if key_of(one.text) not in known]
        for number, fragment in enumerate(asked):
            if not good_enough(known.values()):
                break
            question = yield from self._question(fragment, number / len(asked))
            known[key_of(fragment.text)] = question or ""
            questions.keep(index, model, key_of(fragment.text), question or "")
        return usable_of(known)

    def _unasked(self, documents: Iterable[Document]) -> Generator[Update, None, list[Fragment]]:
        """The fragments to ask about: text without a question."""
        found: list[Fragment] = []
        for number, document in enumerate(documents):
            if len(found) >= MOST or number >= _LOOKED_AT:
                break
            fragments = unasked(document, self.chat, self.length)
            found += [one for one in fragments if not one.text.lstrip("\n").startswith(_CODE)]
            yield _stage(0.0)
        return found[:MOST]

    def _question(self, fragment: Fragment, done: float) -> Generator[Update, None, str | None]:
        prompt, seed = tuple(self._prompt(fragment)), int(key_of(fragment.text)[:8], 16)
        said = yield from replies(
            self.loaded, None, [prompt], _WRITTEN, seed, lambda _: _stage(done)
        )
        question = usable(said[0].text, fragment.text)
        if question is None:
            return None
        self.loaded.slot.put(None)
        better = self._loss(question, fragment) < self._loss(fragment.question, fragment)
        return question if better else None

    def _prompt(self, fragment: Fragment) -> list[int]:
        tokenizer = self.loaded.model.tokenizer
        language = language_of(fragment.text)
        shown = self.chat.encode(fragment.text)[:_SHOWN]
        example, question = _SHOWN_HOW[language]
        ask = _ASK[language]
        turns = [
            Turn("owner", ask.format(text=example)),
            Turn("assistant", question),
            Turn("owner", ask.format(text=str(tokenizer.decode(shown)))),
        ]
        return render(tokenizer, instructions.shipped(language), turns)

    def _loss(self, question: str, fragment: Fragment) -> float:
        """Per token of the fragment's beginning, as an answer to ``question``."""
        prompt, heard = self.chat.question(question), self.chat.encode(fragment.text)[:_HEARD]
        model = self.loaded.model
        tokens = torch.tensor([[*prompt, *heard]], device=model.device)
        with torch.inference_mode():
            logits = model.model(input_ids=tokens).logits[0, len(prompt) - 1 : -1].float()
            return float(torch.nn.functional.cross_entropy(logits, tokens[0, len(prompt) :]))


def good_enough(written: Collection[str]) -> bool:
    """Whether at least half of what a model wrote was of use, once it has written a few."""
    return len(written) < PROBES or 2 * sum(map(bool, written)) >= len(written)


def usable_of(known: Mapping[str, str]) -> dict[str, str]:
    """What may be learned of all that a model wrote: nothing where it writes badly."""
    if not good_enough(known.values()):
        return {}
    return {fragment: question for fragment, question in known.items() if question}


def _stage(done: float) -> Preparing:
    return Preparing(phrase("progress", "Writing questions for notes that have none"), done)
