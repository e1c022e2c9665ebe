"""Passwords, keys and tokens: by how their makers write them, or by the word before them."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

Place = tuple[Literal["password", "private key", "key"], int, int]

_PRIVATE_KEY = re.compile(
    r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"
    # To its end; of one that was cut off, the lines that look like it.
    r"(?:.{0,20000}?-----END (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"
    r"|(?:\s*[A-Za-z0-9+/=]{16,}\s*?\n?)+)",
    re.DOTALL,
)
# Tokens that carry the name of who issued them.
_ISSUED = re.compile(
    r"(?<![A-Za-z0-9_])(?:"
    r"(?:AKIA|ASIA)[A-Z0-9]{16}"  # Amazon
    r"|gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,}|glpat-[A-Za-z0-9_-]{20,}"
    r"|sk-(?:proj-|ant-|or-)?[A-Za-z0-9_-]{24,}"  # OpenAI, Anthropic
    r"|[rs]k_live_[A-Za-z0-9]{16,}"  # Stripe
    r"|xox[abprs]-[A-Za-z0-9-]{16,}"  # Slack
    r"|AIza[A-Za-z0-9_-]{35}|ya29\.[A-Za-z0-9_-]{20,}|GOCSPX-[A-Za-z0-9_-]{20,}"  # Google
    r"|hf_[A-Za-z0-9]{30,}|npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_-]{50,}"
    r"|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}"  # SendGrid
    r"|eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}"  # JSON Web Token
    r"|\d{8,10}:AA[A-Za-z0-9_-]{33}"  # Telegram bots
    r")(?![A-Za-z0-9])"
)
_MARKS = (
    *("AKIA", "ASIA", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "sk-"),
    *("k_live_", "xox", "AIza", "ya29.", "GOCSPX-", "hf_", "npm_", "pypi-", "SG.", "eyJ", ":AA"),
)
_IN_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://[^\s:/@]{1,100}:([^\s:/@]{4,200})@")
# "password: ...", "DB_PASSWORD=...", "пароль от почты - ..."; then quotes, then the value.
_NAMED = re.compile(
    r"(?i)(?<![^\W_])(?P<word>pass(?:word|wd|phrase|code)?|pwd|pin(?:[ -]?code)?"
    r"|парол[ья]|пин(?:-?код)?|api[ _-]?key|secret(?:[ _-]?(?:access)?[ _-]?key)?|token"
    r"|auth[ _-]?token|access[ _-]?token|bearer|токен|ключ api|api[- ]ключ)"
    r"(?P<more>(?: (?:for|to|of|от|для|к|на|is) \S{1,24}){0,2}[\"'*_`]{0,3})"
    r"(?P<sign>\s?[:=]\s?|[ ]+(?:is|—|-)[ ]+|\s(?=[A-Za-z0-9_-]{20}))"
    r"[\"'`*]{0,3}(?P<value>[^\s\"'`<>|]{4,200})"
)
_WORDS = (
    *("pass", "pwd", "pin", "парол", "пин"),
    *("api", "secret", "token", "auth", "bearer", "токен", "ключ"),
)
_ACCOUNT = re.compile(
    r"(?i)\W{0,8}(?:login|user(?:name)?|e-?mail|account|логин|почта)\b.{0,80}$", re.M
)
_LONGEST_ACCOUNT = 120  # characters of a line that names an account
_NO_SECRET = re.compile(
    # What stands for a value: a variable, a call, an example, a kind of value, a row of dots.
    r"(?i)[$%{\[(<].*|.*[(){}\[\]$].*|\.{2,}.*|[*•x_-]+|.*(?:example|placeholder|changeme|пример)"
    r".*|(?:your|my|мой|ваш|the|some|any|new|old)[-_ ].*|(?:str|string|bool|int|none|null|true|"
    r"false|required|optional|secret|password|passwd|token|пароль|undefined|default)[,;.]?"
    r"|[\w-]+(?:\.[A-Za-z_][\w-]*)+[,;]?|(?:\.{0,2}|~)/.*|https?:.*|\\.*"
)
_STRONG_WORDS = {"api", "secret", "token", "auth", "access", "bearer", "токен", "ключ"}
_SHORTEST_TOKEN, _LEAST_BITS = 16, 3.0  # characters; Shannon's entropy of a character


def places(text: str) -> Iterator[Place]:
    """What looks like a password, a private key or a token."""
    if "PRIVATE KEY" in text:
        for found in _PRIVATE_KEY.finditer(text):
            yield "private key", found.start(), found.end()
    # Most notes hold none of the letters without which a pattern need not be tried.
    if any(mark in text for mark in _MARKS):
        for found in _ISSUED.finditer(text):
            yield "key", found.start(), found.end()
    if "://" in text:
        for found in _IN_ADDRESS.finditer(text):
            if _is_chosen(found.group(1)):
                yield "password", found.start(1), found.end(1)
    small = text.lower()
    if any(word in small for word in _WORDS):
        for found in _NAMED.finditer(text):
            yield from _named(text, found)


def _named(text: str, found: re.Match[str]) -> Iterator[Place]:
    value = found["value"].rstrip(".,;:?*_)")
    start = found.start("value")
    if len(value) < 4 or _NO_SECRET.fullmatch(value):
        return
    word = re.split(r"[ _-]", found["word"].lower())[0]
    if word in _STRONG_WORDS:
        if _is_random(value):
            yield "key", start, start + len(value)
    elif _is_password(word, found["sign"], value) or _beside_an_account(text, found):
        yield "password", start, start + len(value)


def _is_password(word: str, sign: str, value: str) -> bool:
    if word in ("pin", "пин"):
        return value.isdigit() and len(value) <= 8
    said = not {":", "="} & set(sign)  # "the pass is 1200m high" tells no password
    return _is_chosen(value) and len(value) >= (6 if said else 4)


def _is_chosen(value: str) -> bool:
    """Letters with digits or signs among them, as people choose passwords; no word, no name."""
    digits = any(letter.isdigit() for letter in value)
    letters = any(letter.isalpha() for letter in value)
    signs = any(not letter.isalnum() and letter not in "_-.," for letter in value)
    return (digits and letters) or (letters and signs) or (digits and value.isdigit())


def _is_random(value: str) -> bool:
    if len(value) < _SHORTEST_TOKEN or not any(letter.isdigit() for letter in value):
        return False
    counted = Counter(value).values()
    bits = -sum(n / len(value) * math.log2(n / len(value)) for n in counted)
    return bits >= _LEAST_BITS and bool(re.fullmatch(r"[A-Za-z0-9+/=_.~-]+", value))


def _beside_an_account(text: str, found: re.Match[str]) -> bool:
    """Whether the line before or after names an account: then any word may be its password."""
    if not {":", "="} & set(found["sign"]):
        return False
    begin = text.rfind("\n", 0, found.start())
    before = text[text.rfind("\n", 0, max(0, begin)) + 1 : max(0, begin)]
    end = text.find("\n", found.end())
    after = text[end + 1 : end + 1 + _LONGEST_ACCOUNT] if end >= 0 else ""
    return bool(_ACCOUNT.match(before) or _ACCOUNT.match(after))
