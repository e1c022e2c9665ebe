"""A role's lines as training examples: the prompt is the one that it would have in a play.

The scene as it stands at that moment and what others said are read; the role's own lines are
learned. Lines that follow one another share one sequence for as long as the prompt of the later
one begins with all of the earlier one, so that nearly every token is read once.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from transformers import PreTrainedTokenizerBase

from adapters.notes.example import Example, Span
from engine.generation.prompt import end_of_turn, render, without_special
from engine.generation.role_prompt import instruction_for, opening_for, turns_for
from engine.generation.scene_prompt import scene_prompt
from engine.scene.model import Field
from engine.scene.prompt.activation import Moment
from engine.scene.prompt.compile import share_of
from engine.scene_training.played import Played

_AGAIN = 0.5  # of the room beside the scene, for turns that were read in the example before


@dataclass(frozen=True)
class SceneForm:
    """How one model is told a scene. ``length`` is what talk may take beside the scene."""

    tokenizer: PreTrainedTokenizerBase
    context_length: int
    length: int

    def told(self, played: Played, role: Field, at: int) -> str:
        """The instruction before the turn at ``at``, as a play gives it."""
        moment = Moment([one.text for one in played.said[:at]], 0, role.id)
        budget = share_of(self.context_length)
        text = scene_prompt(self.tokenizer, played.scene, moment, budget).compiled.text
        return instruction_for(role, played.cast, text, played.scene.language)

    def prompt(self, played: Played, role: Field, told: str, start: int, at: int) -> list[int]:
        turns = turns_for(role, played.cast, played.said[start:at], played.scene.language)
        return render(self.tokenizer, told, turns, opening_for(role, played.cast))

    def answer(self, played: Played, role: Field, text: str) -> list[int]:
        """A line after the name that opens the turn, if one does."""
        plain = without_special(self.tokenizer, text.strip())
        if opening_for(role, played.cast):
            plain = f" {plain}"
        encoded = self.tokenizer.encode(plain, add_special_tokens=False)
        return [*encoded, end_of_turn(self.tokenizer)]


def examples(played: Played, role: Field, form: SceneForm) -> Iterator[Example]:
    """Every line of the role once, in order; one that is too long is learned up to its bound."""
    tokens: list[int] = []
    spans: list[Span] = []
    start = 0
    for at, said in enumerate(played.said):
        if said.role != role.id:
            continue
        told = form.told(played, role, at)
        answer = form.answer(played, role, said.text)
        alone = len(form.prompt(played, role, told, at, at))
        bound = min(form.context_length, alone + form.length)
        prompt = form.prompt(played, role, told, start, at)
        if prompt[: len(tokens)] != tokens or len(prompt) + len(answer) > bound:
            if spans:
                yield _example(played, tokens, spans)
            start, prompt = _shortened(played, role, told, at, form, bound - len(answer))
            spans = []
        tokens = [*prompt, *answer][:bound]
        if len(prompt) < bound:
            spans.append((len(prompt), len(tokens)))
    if spans:
        yield _example(played, tokens, spans)


def _shortened(
    played: Played, role: Field, told: str, at: int, form: SceneForm, most: int
) -> tuple[int, list[int]]:
    """Where the talk begins anew for the line at ``at``, so that there is room for more lines.

    The turn that it answers stays wherever it fits at all.
    """
    alone = form.prompt(played, role, told, at, at)
    some = min(most, len(alone) + int(form.length * _AGAIN))
    start, prompt = at, alone
    while start > 0:
        longer = form.prompt(played, role, told, start - 1, at)
        if len(longer) > (most if start == at else some):
            break
        start, prompt = start - 1, longer
    return start, prompt


def _example(played: Played, tokens: list[int], spans: list[Span]) -> Example:
    return Example(played.name, array("i", tokens), tuple(spans), "talk")
