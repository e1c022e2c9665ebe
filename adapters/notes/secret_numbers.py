"""Numbers that pay: cards by Luhn's check digit, accounts by that of the IBAN."""

import re
from collections.abc import Iterator
from typing import Literal

Place = tuple[Literal["card number", "bank account"], int, int]

# As cards are printed: in groups, or unbroken; not inside of a longer number or name. Patterns
# begin with what they match, not with what must not stand before: so re skips to it quickly.
_CARD = re.compile(
    r"\d(?<![\w.,/=+-]\d)(?:\d{3}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?"
    r"|\d{3}([ -])\d{6}\2\d{5}|\d{12,18})(?![\w/=-]|[.,]\d)"
)
# How issuers' numbers begin (ISO/IEC 7812), and how long they are.
_ISSUERS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"  # Visa
    r"|(?:5[1-5]\d{2}|2(?:22[1-9]|2[3-9]\d|[3-6]\d{2}|7[01]\d|720))\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|220[0-4]\d{12,15}"  # Mir
    r"|(?:6011|64[4-9]\d|65\d{2}|62\d{2}|81\d{2})\d{12,15}"  # Discover, UnionPay
    r"|35(?:2[89]|[3-8]\d)\d{12}"  # JCB
    r"|3(?:0[0-5]|[68]\d)\d{11}"  # Diners Club
    r"|(?:50|5[6-9]|6\d)\d{10,17}"  # Maestro
)
_IBAN = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z]\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
# Lengths by country, from the SWIFT registry of IBAN formats.
_COUNTRIES = """
15:NO 16:BE 18:DK,FI,FO,GL,NL,SD 19:MK,SI 20:AT,BA,EE,KZ,LT,LU,MN,XK 21:CH,HR,LI,LV
22:BG,BH,CR,DE,GB,GE,IE,ME,RS,VA 23:AE,GI,IL,IQ,OM,SO,TL 24:AD,CZ,ES,MD,PK,RO,SA,SE,SK,TN,VG
25:LY,PT,ST 26:IS,TR 27:BI,DJ,FR,GR,IT,MC,MR,SM 28:AL,AZ,BY,CY,DO,GT,HU,LB,NI,PL,SV
29:BR,EG,PS,QA,UA 30:JO,KW,MU,YE 31:MT,SC 32:LC 33:RU
"""
_LENGTHS = {
    country: int(length)
    for length, countries in (line.split(":") for line in _COUNTRIES.split())
    for country in countries.split(",")
}


def places(text: str) -> Iterator[Place]:
    """Card and account numbers with a sound check digit."""
    for found in _CARD.finditer(text):
        digits = re.sub(r"\D", "", found.group())
        if _ISSUERS.fullmatch(digits) and _luhn(digits):
            yield "card number", found.start(), found.end()
    for found in _IBAN.finditer(text):
        if _is_iban(found.group().replace(" ", "")):
            yield "bank account", found.start(), found.end()


def _luhn(digits: str) -> bool:
    """Luhn's sum; a number of one digit repeated passes it, and is no card."""
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return len(set(digits)) > 1 and (doubled + sum(map(int, digits[-1::-2]))) % 10 == 0


def _is_iban(letters: str) -> bool:
    """ISO 13616: moved to the front and read as a number, it leaves 1 when divided by 97."""
    if _LENGTHS.get(letters[:2]) != len(letters):
        return False
    number = "".join(str(int(letter, 36)) for letter in letters[4:] + letters[:4])
    return int(number) % 97 == 1
