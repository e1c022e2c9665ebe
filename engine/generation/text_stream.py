"""Text from tokens as they come, never half a character."""

from transformers import PreTrainedTokenizerBase

BROKEN = "\ufffd"


class TextStream:
    """Feed tokens, get the text that is settled.

    A character may take several tokens, and a word's leading space may depend on the token
    before: so each time a window of the last tokens is decoded, and what it adds is given out
    once it does not end in a broken character.
    """

    def __init__(self, tokenizer: PreTrainedTokenizerBase) -> None:
        self._tokenizer = tokenizer
        self._tokens: list[int] = []
        self._window = 0  # where decoding begins
        self._given = 0  # tokens whose text was given out

    def feed(self, token: int) -> str:
        """Text that became settled; often empty while a character is incomplete."""
        self._tokens.append(token)
        before = self._decode(self._window, self._given)
        now = self._decode(self._window, len(self._tokens))
        if now.endswith(BROKEN) or len(now) <= len(before):
            return ""
        self._window, self._given = self._given, len(self._tokens)
        return now[len(before) :]

    def rest(self) -> str:
        """What is left at the end, without a character that never became whole."""
        before = self._decode(self._window, self._given)
        now = self._decode(self._window, len(self._tokens)).rstrip(BROKEN)
        self._window = self._given = len(self._tokens)
        return now[len(before) :]

    def _decode(self, start: int, end: int) -> str:
        text = self._tokenizer.decode(
            self._tokens[start:end],
            skip_special_tokens=True,
            clean_up_tokenization_spaces=False,
        )
        return str(text)
