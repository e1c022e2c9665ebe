"""The tokenizer of an NF4 folder; one without a chat template is given a plain one."""

from pathlib import Path

from transformers import AutoTokenizer, PreTrainedTokenizerBase

from engine.model.config_check import read_json, unusable

# For a base model that was never taught to chat; its end-of-text token ends a turn.
PLAIN_TEMPLATE = (
    "{% for message in messages %}{% if message['role'] == 'system' %}{{ message['content'] }}"
    "{% else %}{{ message['role'].capitalize() + ': ' + message['content'] }}{% endif %}"
    "{{ eos_token if message['role'] == 'assistant' else '' }}{{ '\n\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ 'Assistant:' }}{% endif %}"
)


def load_tokenizer(folder: Path) -> PreTrainedTokenizerBase:
    """Read it as chat, training and the preview of notes all need it.

    Raises ``UserError`` where its settings name code, or its files are incomplete or damaged.
    """
    for name in ("config.json", "tokenizer_config.json"):
        if (folder / name).is_file():
            read_json(folder / name)  # nothing in it may name code
    try:
        tokenizer: PreTrainedTokenizerBase = AutoTokenizer.from_pretrained(
            folder, local_files_only=True, trust_remote_code=False
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise unusable(folder) from error
    if not tokenizer.chat_template:
        tokenizer.chat_template = PLAIN_TEMPLATE
    return tokenizer
