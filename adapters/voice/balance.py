"""How much each example counts, so that rare themes are covered as well as frequent ones.

The shares say how often it is drawn, or what its tokens weigh in the loss.
"""

from collections.abc import Sequence

from adapters.voice.kept_notes import KeptNotes


def of_notes(notes: KeptNotes, evenness: float) -> list[float] | None:
    """The shares of a run's notes; None where one counts as much as another."""
    if not evenness or not notes.themes.names:
        return None
    return shares([example.trained for example in notes.learn], notes.themes.learn, evenness)


def shares(trained: Sequence[int], themes: Sequence[int], evenness: float) -> list[float]:
    """How often an epoch draws each example, on average over the tokens once.

    ``trained`` tokens of each example and the index of its theme. ``evenness`` 0 draws each
    example once, 1 teaches as many tokens of one theme as of another, and 0.5 lies between
    (each theme by the square root of its tokens).
    """
    of_theme: dict[int, int] = {}
    for tokens, theme in zip(trained, themes, strict=True):
        of_theme[theme] = of_theme.get(theme, 0) + tokens
    weights = [max(1, of_theme[theme]) ** -evenness for theme in themes]
    weighted = sum(weight * tokens for weight, tokens in zip(weights, trained, strict=True))
    scale = sum(trained) / max(1e-12, weighted)
    return [weight * scale for weight in weights]
