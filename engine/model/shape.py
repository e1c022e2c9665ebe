"""The shape of a converted model, read from its settings; none of its weights is touched."""

import json
from collections.abc import Iterator
from pathlib import Path

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model
from adapters.errors import UserError
from adapters.voice.exchange.base import Base
from engine.model.config_check import without_private
from engine.model.skeleton import make_config, make_skeleton, quantised_layers


def base_of(model: Model) -> Base | None:
    """None for a model that has not been converted yet, or whose 4-bit folder is gone."""
    if model.nf4_path is None or model.fingerprint is None:
        return None
    try:
        text = (Path(model.nf4_path) / "config.json").read_text(encoding="utf-8")
        values = without_private(json.loads(text))
        values.pop("quantization_config", None)
        config = make_config(values["model_type"], values)
        skeleton = make_skeleton(config)
    except (OSError, ValueError, KeyError, UserError):
        return None
    plain = config.get_text_config()
    return Base(
        name=model.name,
        fingerprint=model.fingerprint,
        kind=config.model_type,
        blocks=plain.num_hidden_layers,
        heads=plain.num_attention_heads,
        kv_heads=getattr(plain, "num_key_value_heads", None) or plain.num_attention_heads,
        layers={
            path: (layer.in_features, layer.out_features)
            for path, layer in quantised_layers(skeleton).items()
        },
    )


def bases(catalog: Catalog) -> Iterator[tuple[Model, Base]]:
    """Every model whose shape is known, the last used first."""
    for model in models.everything(catalog):
        base = base_of(model)
        if base is not None:
            yield model, base
