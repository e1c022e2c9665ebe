"""How tokens are drawn, once it is settled what is asked for and what the model advises."""

from dataclasses import dataclass, fields

from engine.messages import Sampling


@dataclass(frozen=True)
class Drawing:
    """``Sampling`` without gaps; the values here hold where nobody says otherwise."""

    temperature: float = 0.7
    top_p: float = 0.95
    top_k: int = 0
    min_p: float = 0.0
    # 1 is off: a penalty on the words of the question makes small models miss the answer.
    repetition_penalty: float = 1.0

    @classmethod
    def of(cls, asked: Sampling, advised: Sampling) -> "Drawing":
        """What is asked for goes before what is advised."""
        values = {name: getattr(advised, name) for name in DRAWN} | {
            name: value for name in DRAWN if (value := getattr(asked, name)) is not None
        }
        return cls(**{name: value for name, value in values.items() if value is not None})


DRAWN = tuple(field.name for field in fields(Drawing))
