"""Why an adapter made elsewhere is refused, one sentence for each setting that is at fault."""

from adapters.wording import Phrase, phrase


def of(key: str, value: object) -> Phrase:
    """Say what is wrong with a setting of adapter_config.json."""
    if key == "peft_type":
        kind = str(value)[:40]
        return phrase(
            "errors", "It is an adapter of the kind “{kind}”, and voices are LoRA.", kind=kind
        )
    if key in ("target_modules", "rank_pattern", "alpha_pattern"):
        return _names(key, value)
    known = _known().get(key)
    if known is not None:
        return known
    return phrase("errors", "Its setting “{key}” is one that Timbre does not use.", key=key[:80])


def _names(key: str, value: object) -> Phrase:
    if isinstance(value, str):
        return phrase(
            "errors",
            "Its setting “{key}” is a search pattern, and only lists of layers are taken.",
            key=key,
        )
    return phrase("errors", "Its setting “{key}” is no sound list of layers.", key=key)


def _known() -> dict[str, Phrase]:
    embeddings = phrase("errors", "It changes the words of the model (embeddings) as well.")
    code = phrase("errors", "It asks for program code of its own.")
    return {
        "auto_map": code,
        "trust_remote_code": code,
        "bias": phrase("errors", "It changes biases as well, which a voice does not hold."),
        "lora_bias": phrase("errors", "It changes biases as well, which a voice does not hold."),
        "modules_to_save": phrase("errors", "It brings whole layers of the model with it."),
        "target_parameters": phrase("errors", "It changes single parameters (experts) as well."),
        "trainable_token_indices": embeddings,
        "use_dora": phrase("errors", "It is a DoRA adapter: its magnitudes have no place here."),
        "r": phrase("errors", "Its rank is none between 1 and 256."),
        "lora_alpha": phrase("errors", "Its alpha is no sound number."),
    }
