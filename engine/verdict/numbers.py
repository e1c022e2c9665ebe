"""Numbers inside of sentences, as phrases: each language writes its decimals in its own way."""

from adapters.wording import Phrase, phrase


def percent(share: float, *, sign: bool = True) -> Phrase:
    """A share with its sign and a true minus; one decimal where it is under one percent."""
    tenths = round(abs(share) * 1000)
    before = "" if not sign or tenths == 0 else "+" if share > 0 else "−"
    if 0 < tenths < 10:
        return phrase("verdict", "{number} %", number=_decimal(f"{before}0", tenths))
    return phrase("verdict", "{number} %", number=f"{before}{round(abs(share) * 100)}")


def rounded(number: float) -> Phrase:
    """A positive number with one decimal: 24.5."""
    whole, tenths = divmod(round(number * 10), 10)
    return _decimal(str(whole), tenths)


def _decimal(whole: str, tenths: int) -> Phrase:
    return phrase("verdict", "{whole}.{tenths}", whole=whole, tenths=tenths)
