"""What benchmarks of learning share: notes made ready once, and short runs at equal steps.

A trial trains a fresh adapter for a number of steps with the program's own loop, and measures
the held-out notes whole, as the program does.
"""

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from transformers import AutoModelForCausalLM, PreTrainedModel

from adapters.notes.chat_format import ChatFormat, chat_format
from adapters.notes.document import Document
from adapters.notes.example import Example
from adapters.notes.examples import examples, whole
from adapters.notes.folder import read
from adapters.notes.holdout import text_hash
from adapters.notes.mix import MIXED
from adapters.voice import budget, perplexity
from adapters.voice import session as sessions
from adapters.voice.options import TrainingOptions
from adapters.voice.perplexity import Measured
from adapters.voice.session import Session
from adapters.voice.train import train
from engine import instructions
from engine.generation.prompt import end_of_turn
from engine.jobs.run_notes import prompt_of
from engine.model.load import LoadedModel, load, training_copy

_EXTRA = 1.5  # of the epochs, so that a plan has steps enough to be cut


@dataclass(frozen=True)
class Trained:
    """What a trial gave: ``held_out`` in the order of the notes."""

    session: Session
    held_out: list[Measured]
    tokens: int
    seconds: float  # of learning
    processor_seconds: float

    @property
    def loss(self) -> float:
        return perplexity.pooled(self.held_out).mean

    @property
    def perplexity(self) -> float:
        return perplexity.pooled(self.held_out).perplexity

    @property
    def tokens_per_second(self) -> float:
        return self.tokens / self.seconds


class Bench:
    """The model and the notes, cut as the program cuts them."""

    def __init__(self, model: Path, notes: Path, share: float = 0.1, most: int | None = None):
        """``share`` of the notes is held out, of ``most`` notes at most."""
        self.loaded: LoadedModel = load(model, threads=1, packed=False)
        self.chat = _chat(self.loaded)
        found = [one for one in read(notes) if isinstance(one, Document)]
        found.sort(key=text_hash)
        found = found[:most]
        apart = round(len(found) * share)
        self.held_out_documents, self.learn_documents = found[:apart], found[apart:]
        self.options = budget.settled(TrainingOptions(), self.loaded.parameters)
        self.held_out = [one for d in self.held_out_documents for one in self.whole(d)]
        self.learn = self.examples(self.learn_documents)

    def whole(self, document: Document) -> list[Example]:
        return whole(document, self.chat, self.loaded.context_length)

    def examples(self, documents: Sequence[Document]) -> list[Example]:
        return examples(documents, self.chat, self.options.max_length, mix=MIXED)

    def model(self) -> PreTrainedModel:
        """A module tree of its own for one trial."""
        return training_copy(self.loaded).model

    def before(self, held_out: Sequence[Example] | None = None) -> list[Measured]:
        """The held-out notes without a voice."""
        fresh = sessions.prepare(self.model(), self.learn[:1], self.options, 1.0)
        return _measured(fresh, self.held_out if held_out is None else held_out)

    def trial(
        self,
        steps: int,
        options: TrainingOptions | None = None,
        learn: Sequence[Example] | None = None,
        shares: Sequence[float] | None = None,
        model: PreTrainedModel | None = None,
        seed: int = 0,
        held_out: Sequence[Example] | None = None,
        begin: Callable[[Session], None] | None = None,
        weights: Sequence[float] | None = None,
    ) -> Trained:
        """``begin`` may change the fresh adapter before the first step."""
        chosen = replace(options or self.options, seed=seed)
        chosen = budget.settled(chosen, self.loaded.parameters)
        taught = self.learn if learn is None else learn
        session = prepare(model or self.model(), taught, chosen, steps, shares, weights)
        if begin is not None:
            begin(session)
        begun, processor = time.monotonic(), time.process_time()
        with tempfile.TemporaryDirectory() as folder:
            for _ in train(session, Path(folder)):
                pass
        seconds = time.monotonic() - begun, time.process_time() - processor
        measured = _measured(session, self.held_out if held_out is None else held_out)
        return Trained(session, measured, session.progress.tokens, *seconds)


def prepare(
    model: PreTrainedModel,
    learn: Sequence[Example],
    options: TrainingOptions,
    steps: int,
    shares: Sequence[float] | None = None,
    weights: Sequence[float] | None = None,
) -> Session:
    """A session whose plan has exactly ``steps`` steps."""
    trained = sum(example.trained for example in learn)
    wanted = steps * (options.batch_tokens + options.micro / 2)
    epochs = _EXTRA * wanted / max(1, trained)
    session = sessions.prepare(model, learn, options, epochs, None, shares, steps, weights)
    if len(session.plan) < steps:
        raise ValueError(f"{len(session.plan)} steps are less than {steps}")
    return session


def sixteen_bit(loaded: LoadedModel, gguf: Path | None) -> LoadedModel:
    """The same model with the weights of a GGUF file (usual: the starter's) in 16 bits."""
    path = gguf or next(loaded.folder.parent.glob("*.gguf"))
    model = AutoModelForCausalLM.from_pretrained(
        path.parent, gguf_file=path.name, dtype=loaded.dtype, local_files_only=True
    )
    return replace(loaded, model=model.eval().requires_grad_(False), packed=False)


def measured(session: Session, notes: Sequence[Example]) -> float:
    """The perplexity of some notes as the adapter stands."""
    return perplexity.pooled(_measured(session, notes)).perplexity


def _measured(session: Session, notes: Sequence[Example]) -> list[Measured]:
    measuring = perplexity.measure(session, notes)
    while True:
        try:
            next(measuring)
        except StopIteration as end:
            found: list[Measured] = end.value
            return found


def _chat(loaded: LoadedModel) -> ChatFormat:
    prompt = prompt_of(loaded.tokenizer, instructions.shipped("en"))
    return chat_format(loaded.tokenizer, prompt, end_of_turn(loaded.tokenizer))
