"""A GGUF LoRA adapter, as llama.cpp's own script or another program has written it."""

from pathlib import Path

import numpy as np
import torch
from gguf import GGMLQuantizationType, Keys, dequantize

from adapters.gguf_header import GgufError, GgufHeader, GgufTensor, read_header
from adapters.voice.config import MAX_ALPHA
from adapters.voice.exchange.base import Base
from adapters.voice.exchange.gguf_names import KNOWN, heads_of, names, to_halves
from adapters.voice.exchange.refusal import refused
from adapters.voice.exchange.told import Told, from_metadata
from adapters.voice.validate import MAX_BYTES, MAX_RANK
from adapters.voice.weights import LayerWeights, VoiceWeights
from adapters.wording import phrase

SIDES = {".lora_a": "A", ".lora_b": "B"}
KINDS = {
    GGMLQuantizationType.F32,
    GGMLQuantizationType.F16,
    GGMLQuantizationType.BF16,
    GGMLQuantizationType.Q8_0,
}


class GgufAdapter:
    """An adapter that names layers as llama.cpp does: only with a base is it known what it means.

    Everything that the file announces is checked against its length before a number is read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._header = _checked_header(path)
        metadata = dict(self._header.metadata)
        self.architecture = str(metadata.get("general.architecture", ""))
        self._alpha = self._sound_alpha(metadata.get(Keys.Adapter.LORA_ALPHA, 0.0))
        self._pairs = self._paired()
        self.told: Told = from_metadata(
            metadata,
            str(metadata.get("general.name", "")) or path.stem,
            str(metadata.get("general.base_model.0.name", "")),
        )

    def weights_on(self, base: Base) -> VoiceWeights | None:
        """The voice for this base; None where the layers or their shapes do not fit it."""
        if base.kind not in KNOWN or KNOWN[base.kind].name != self.architecture:
            return None
        paths = {name: path for path, name in names(base).items()}
        shapes = {
            paths.get(name, name): (a.shape[0], b.shape[1]) for name, (a, b) in self._pairs.items()
        }
        if not base.has(shapes):
            return None
        found = {
            paths[name]: self._layer(paths[name], base, *p) for name, p in self._pairs.items()
        }
        return self._voice({path: found[path] for path in sorted(found)})

    def _voice(self, layers: dict[str, LayerWeights]) -> VoiceWeights:
        """llama.cpp multiplies by alpha / the layer's rank; without alpha, by nothing."""
        rank = max(pair.rank for pair in layers.values())
        if not self._alpha:
            return VoiceWeights(rank, float(rank), layers)
        even = {
            path: pair if pair.rank == rank else LayerWeights(pair.a, pair.b * (rank / pair.rank))
            for path, pair in layers.items()
        }
        return VoiceWeights(rank, self._alpha, even)

    def _layer(self, path: str, base: Base, a: GgufTensor, b: GgufTensor) -> LayerWeights:
        rows = self._numbers(b)
        heads = heads_of(path, base)
        return LayerWeights(self._numbers(a), to_halves(rows, heads) if heads else rows)

    def _numbers(self, tensor: GgufTensor) -> torch.Tensor:
        """A matrix in float32, or in float16 where it is kept so."""
        start = self._header.data_start + tensor.offset
        raw = np.fromfile(self._path, np.uint8, tensor.bytes, offset=start)
        kind = GGMLQuantizationType(tensor.kind)
        if kind == GGMLQuantizationType.F16:
            plain = raw.view(np.float16).reshape(tensor.shape[::-1])
        else:
            plain = dequantize(raw.reshape(tensor.shape[1], tensor.row_bytes), kind)
        numbers = torch.from_numpy(np.require(plain, requirements=["C", "W"]))
        if not bool(numbers.isfinite().all()):
            raise refused(self._path, phrase("errors", "It holds numbers that are not finite."))
        return numbers

    def _paired(self) -> dict[str, tuple[GgufTensor, GgufTensor]]:
        sides: dict[str, dict[str, GgufTensor]] = {}
        for tensor in self._header.tensors:
            name, side = tensor.name[:-7], SIDES.get(tensor.name[-7:])
            if side is None or tensor.kind not in KINDS or len(tensor.shape) != 2:
                raise refused(
                    self._path,
                    phrase(
                        "errors", "It changes more than layers: “{name}”.", name=tensor.name[:80]
                    ),
                )
            sides.setdefault(name, {})[side] = tensor
        if not sides:
            raise refused(self._path, phrase("errors", "There is no adapter in it."))
        return {name: self._pair(name, found) for name, found in sides.items()}

    def _pair(self, name: str, sides: dict[str, GgufTensor]) -> tuple[GgufTensor, GgufTensor]:
        """Shapes are innermost first: A [inputs, rank], B [rank, outputs]."""
        a, b = sides.get("A"), sides.get("B")
        if a is None or b is None or a.shape[1] != b.shape[0] or not 1 <= a.shape[1] <= MAX_RANK:
            raise refused(
                self._path,
                phrase("errors", "The two matrices of “{name}” do not fit.", name=name[:80]),
            )
        return a, b

    def _sound_alpha(self, value: object) -> float:
        if isinstance(value, float) and 0 <= value <= MAX_ALPHA:
            return value
        raise refused(self._path, phrase("errors", "Its alpha is no sound number."))


def _checked_header(path: Path) -> GgufHeader:
    if path.stat().st_size > MAX_BYTES:
        raise refused(path, phrase("errors", "It is larger than a voice can be."))
    try:
        header = read_header(path)
    except GgufError as error:
        why = phrase("errors", "It is not a sound GGUF file: {fault}.", fault=str(error))
        raise refused(path, why) from error
    kind = header.metadata.get("general.type"), header.metadata.get(Keys.Adapter.TYPE)
    if kind != ("adapter", "lora"):
        raise refused(
            path,
            phrase("errors", "It is no LoRA adapter."),
            phrase("errors", "A model is added on the Models page."),
        )
    if Keys.Adapter.ALORA_INVOCATION_TOKENS in header.metadata:
        raise refused(path, phrase("errors", "It works only after certain words (aLoRA)."))
    return header
