"""What must stay secret is masked, and ordinary prose and code are left alone."""

import pytest

from adapters.notes import secrets
from adapters.notes.document import Document, Turn
from adapters.notes.secrets import MASK, Masked

SSH_KEY = """-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
QyNTUxOQAAACAvcGkrzZ0n5VjKmT5N1Wb2u0m8l6c5lAAAA
-----END OPENSSH PRIVATE KEY-----"""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Wi-Fi password: hunter2", f"Wi-Fi password: {MASK}"),
        ("Пароль: котик1987", f"Пароль: {MASK}"),
        ("пароль от почты - Zima2024", f"пароль от почты - {MASK}"),
        ("login: anna\npassword: sunshine", f"login: anna\npassword: {MASK}"),
        ("DB_PASSWORD=s3cr3tP@ss", f"DB_PASSWORD={MASK}"),
        ('"password": "tr0ub4dor&3",', f'"password": "{MASK}",'),
        ("postgres://u:pa55word@localhost/db", f"postgres://u:{MASK}@localhost/db"),
        ("the pin code is 4711", f"the pin code is {MASK}"),
        ("use ghp_abcdefghijklmnopqrstuvwxyz0123456789 now", f"use {MASK} now"),
        ("AKIA2E0A8F3B244C9986", MASK),
        ("token = 9f86d081884c7d659a2feaa0c55ad015", f"token = {MASK}"),
        ("Bearer 9f86d081884c7d659a2feaa0c55ad015", f"Bearer {MASK}"),
        ("card 4111 1111 1111 1111, till 09/27", f"card {MASK}, till 09/27"),
        ("карта 2200000000000053", f"карта {MASK}"),
        ("IBAN DE89 3704 0044 0532 0130 00.", f"IBAN {MASK}."),
        (f"My key:\n{SSH_KEY}\nIt is old.", f"My key:\n{MASK}\nIt is old."),
        (SSH_KEY[:140], MASK),
    ],
)
def test_is_masked(text: str, left: str) -> None:
    assert secrets.masked(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Passwords should be long. Pass: the salt.",
        "Password: required",
        'password = os.environ["DB_PASSWORD"]',
        "const token = getToken(user1)",
        "password: string, token: integer",
        "POSTGRES_PASSWORD=${PASSWORD}",
        "postgres://username:password@localhost",
        "The pass is 1200m high, and the token of our trust is from 2024-10-21.",
        "4111 1111 1111 1112 fails the check, and so does DE89 3704 0044 0532 0130 01",
        "Passport 4509 123456, phone +44 20 7946 0958, order 1111111111111111",
        "commit 9f86d081884c7d659a2feaa0c55ad015, at 1700000000000000000 ns",
        "sk-learn is not a key, nor is ssh-keygen -t ed25519",
        "-----BEGIN PUBLIC KEY-----",
    ],
)
def test_is_left_alone(text: str) -> None:
    assert secrets.masked(text) == text


def test_what_is_shown_gives_away_too_little_to_use() -> None:
    text = f"password: hunter2\n4111 1111 1111 1111\n{SSH_KEY}\nAKIA2E0A8F3B244C9986"
    assert [secrets.shown(text, one) for one in secrets.find(text)] == [
        Masked("password", "h…"),
        Masked("card number", "…1111"),
        Masked("private key", "…"),
        Masked("key", "AKIA…"),
    ]


def test_a_list_of_passwords_is_mostly_secret_and_prose_with_one_is_not() -> None:
    listed = "mail password: hunter2\n\nbank password: k3yboard\nremember these"
    prose = "We changed the lock.\nThe pin code is 4711.\nAnna knows it.\nSo does Bo."
    assert secrets.is_mostly_secret(listed, secrets.find(listed))
    assert not secrets.is_mostly_secret(prose, secrets.find(prose))
    assert not secrets.is_mostly_secret("", [])


def test_the_turns_of_a_conversation_are_masked_as_well() -> None:
    turns = (Turn("Anna", "password: hunter2"), Turn("Bo", "thanks"))
    document = Document("a", "t", "Anna: password: hunter2\nBo: thanks", 1, turns)
    masked = secrets.without_secrets(document)
    assert masked.text == f"Anna: password: {MASK}\nBo: thanks"
    assert masked.turns == (Turn("Anna", f"password: {MASK}"), Turn("Bo", "thanks"))


def test_long_lines_take_no_long_time() -> None:
    """Each of these would take minutes if the time grew with the square of the length."""
    for text in ("a" * 300_000, "a." * 150_000, "password " * 30_000, "://a:" * 60_000):
        secrets.find(text)
    many = "login: x\npassword: hunter2\n" * 20_000
    assert secrets.is_mostly_secret(many, secrets.find(many))
