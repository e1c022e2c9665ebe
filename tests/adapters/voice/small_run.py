"""A training run small enough for tests; also a program that a test can kill.

``python -m tests.adapters.voice.small_run NF4 FOLDER`` trains, saves after every pass,
says each on standard output, and leaves the weights in FOLDER. It does so in a child
process, whose number it says first; when that is killed, another one goes on. (A fork,
since importing torch again for every life would take far longer than the run.)
"""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import torch
from safetensors.torch import save_file

from adapters.notes.chat_format import chat_format
from adapters.notes.document import Document
from adapters.notes.example import Example
from adapters.notes.examples import examples
from adapters.voice import checkpoint, session
from adapters.voice.options import TrainingOptions
from adapters.voice.session import Session
from adapters.voice.train import Done, StepDone, train
from engine.generation.prompt import end_of_turn
from engine.jobs.run_notes import prompt_of
from engine.model.load import LoadedModel, load, training_copy

OPTIONS = TrainingOptions(
    rank=4,
    alpha=8,
    learning_rate=1e-2,
    max_length=96,
    micro_tokens=192,
    batch_tokens=400,
    checkpoint_every=1,
    seed=7,
)
THINGS = ("frost", "roses", "letter", "garden", "voice", "kettle", "ladder", "bread")


def documents(count: int = 14) -> list[Document]:
    """Notes of different lengths."""
    return [
        Document(
            f"{n}.md",
            f"Note {n} about {THINGS[n % 8]}",
            f"The {THINGS[n % 8]} and the {THINGS[n % 5]} of day {n}. " * (1 + n % 4),
            100,
        )
        for n in range(count)
    ]


def small_examples(loaded: LoadedModel, options: TrainingOptions = OPTIONS) -> list[Example]:
    chat = chat_format(
        loaded.tokenizer,
        prompt_of(loaded.tokenizer, "Be quiet."),
        end_of_turn(loaded.tokenizer),
    )
    return examples(documents(), chat, options.max_length)


def small_session(
    loaded: LoadedModel,
    options: TrainingOptions = OPTIONS,
    epochs: float = 2.0,
    order: torch.Tensor | None = None,
) -> Session:
    torch.set_num_threads(1)  # as in every life: sums in another order round to other bits
    model = training_copy(loaded).model
    return session.prepare(model, small_examples(loaded, options), options, epochs, order)


def resumed(loaded: LoadedModel, folder: Path) -> Session:
    """A session that goes on from the newest checkpoint in ``folder``, or begins."""
    newest = checkpoint.newest(folder)
    run = small_session(loaded, order=checkpoint.order_of(newest) if newest else None)
    if newest:
        checkpoint.restore(run, newest)
    return run


def finish(run: Session, folder: Path) -> dict[str, torch.Tensor]:
    """Train to the end; the adapter's weights."""
    for _ in train(run, folder):
        pass
    return weights(run)


def weights(run: Session) -> dict[str, torch.Tensor]:
    return {name: p.detach().clone() for name, p in run.adapter.items()}


def same(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> bool:
    """Bit for bit."""
    return one.keys() == other.keys() and all(torch.equal(one[n], other[n]) for n in one)


def losses(steps: Iterator[Done]) -> list[float]:
    return [done.loss for done in steps if isinstance(done, StepDone)]


def live(nf4: Path, folder: Path) -> None:
    run = resumed(load(nf4, threads=1), folder)
    for done in train(run, folder):
        checkpoint.save(run, folder)
        print(type(done).__name__, run.progress.step, run.progress.micro, flush=True)
    save_file(weights(run), folder / "final.safetensors")


def main(nf4: Path, folder: Path) -> None:
    status = -1
    while status != 0:
        child = os.fork()
        if child == 0:
            print("life", os.getpid(), flush=True)
            live(nf4, folder)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert status in (0, signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
