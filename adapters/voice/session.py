"""A run made ready: the adapter on its model, the plan of batches, optimiser and schedule."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from accelerate import Accelerator
from accelerate.optimizer import AcceleratedOptimizer
from accelerate.scheduler import AcceleratedScheduler
from torch import nn
from transformers import PreTrainedModel

from adapters.voice import batches, lora, optimiser
from adapters.voice.batches import Batch, Example, Step
from adapters.voice.loss import Head, head_of, summed_loss
from adapters.voice.options import TrainingOptions
from adapters.voice.progress import TrainingProgress


@dataclass
class Session:
    """What the training loop works with. ``generator`` is the run's only source of chance.

    ``weights`` of the examples' losses; None where every token counts the same.
    """

    options: TrainingOptions
    examples: Sequence[Example]
    plan: list[Step]
    model: PreTrainedModel
    adapter: dict[str, nn.Parameter]
    head: Head
    accelerator: Accelerator
    optimiser: AcceleratedOptimizer
    schedule: AcceleratedScheduler
    generator: torch.Generator
    progress: TrainingProgress
    weights: Sequence[float] | None = None

    @property
    def device(self) -> torch.device:
        device: torch.device = self.accelerator.device
        return device

    def batch(self, indexes: Sequence[int]) -> Batch:
        """Collate some examples onto the device."""
        weights = None if self.weights is None else [self.weights[i] for i in indexes]
        return batches.collate([self.examples[i] for i in indexes], 0, self.device, weights)

    def worth(self, step: Step) -> float:
        """What the tokens of a step count together: as many as they are, or their weights.

        Divided by it, the weights of a step are 1 on average.
        """
        if self.weights is None:
            return step.trained
        indexes = [index for micro in step.micro for index in micro]
        return sum(self.weights[index] * self.examples[index].trained for index in indexes)

    def loss(self, batch: Batch) -> torch.Tensor:
        """The summed loss over a batch's trained tokens, weighted, float32, with its graph."""
        hidden = self.model.base_model(input_ids=batch.tokens, use_cache=False).last_hidden_state
        wanted = hidden.flatten(0, 1)[batch.positions]
        return summed_loss(wanted, batch.targets, self.head, batch.weights)


def prepare(
    model: PreTrainedModel,
    examples: Sequence[Example],
    options: TrainingOptions,
    epochs: float,
    order: torch.Tensor | None = None,
    shares: Sequence[float] | None = None,
    most_steps: int | None = None,
    weights: Sequence[float] | None = None,
) -> Session:
    """Put a fresh adapter on ``model``, a training copy, and draw the order of the batches.

    ``order`` is the state of the generator from which a checkpoint's run drew its order;
    without it the order follows from ``options.seed``. The global generator is never used.
    ``shares`` says how often each example is drawn, ``weights`` what its loss counts (see
    ``balance.py``); of more than ``most_steps`` the first are made.
    """
    generator = torch.Generator().manual_seed(options.seed)
    _settle(model, options)
    adapter = lora.attach(model, options, generator)
    if order is not None:
        generator.set_state(order)
    kept = generator.get_state()
    plan = batches.plan(examples, epochs, options.micro, options.batch_tokens, generator, shares)
    plan = plan[:most_steps]
    generator.set_state(kept)
    accelerator = Accelerator(cpu=model.device.type == "cpu", mixed_precision="no")
    width = model.config.get_text_config().hidden_size
    plain = optimiser.make(adapter.values(), options, accelerator.device, width)
    placed, prepared, schedule = accelerator.prepare(
        model, plain, optimiser.schedule(plain, options, len(plan))
    )
    return Session(
        options,
        examples,
        plan,
        placed,
        adapter,
        head_of(model),
        accelerator,
        prepared,
        schedule,
        generator,
        TrainingProgress(),
        weights,
    )


def _settle(model: PreTrainedModel, options: TrainingOptions) -> None:
    """No dropout, which would draw from the global generator; attention that suits the device.

    On a processor the fused attention kernel is slower than plain products at the
    lengths of notes (210 against 244 tokens/s).
    """
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
        if hasattr(module, "attention_dropout"):
            module.attention_dropout = 0.0  # type: ignore[assignment]
    if model.device.type == "cpu":
        model.set_attn_implementation("eager")
    model.train()
    if options.checkpointing:
        kept = {"use_reentrant": False, "preserve_rng_state": False}
        model.activation_checkpointing_enable(activation_checkpointing_kwargs=kept)
