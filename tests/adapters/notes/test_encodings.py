"""Short notes of old systems: each sentence stands alone, as a note of one line would."""

import pytest

from adapters.notes.decoding import encoding_of, text_of

RUSSIAN = (
    "Привет",
    "Купить хлеб.",
    "ПОЗВОНИТЬ МАМЕ",
    "да, и ещё молоко",
    "Встреча в 15:00 у метро",
    "Заметка: git reset --hard вернёт всё",
    "Сегодня первый мороз, укрыл розы лапником.",
    "Съешь же ещё этих мягких французских булок, да выпей чаю.",
    "Пароль не помню — спросить у Юры",
    "Список: соль, сахар, мука, яйца, 2 кг яблок",
    "Я не знаю, что делать.",
    "«Война и мир», том 2, глава 5",
    "Рецепт щей: щавель, картофель, яйцо",
    "x = 5 # число шагов",
    "Ёлка стоит в углу",
    "О. Бендер и К. Воробьянинов",
)
WESTERN = (
    "Le café est déjà fermé.",
    "Nous allons à Paris demain.",
    "Größe und Füße über Öl",
    "Die Straße ist naß.",
    "El niño comió una manzana.",
    "¿Cuándo llega mañana el tren?",
    "Não há pão na cozinha, só maçãs.",
    "Perché la città è così bella?",
    "Smörgåsbord på fredag, då kommer Åsa.",
    "Rødgrød med fløde",
    "Élève, répète après moi : l'été est là.",
    "A naïve café owner",
    "Müller",
    "She said “no” — and left… it’s over",
    "Où est le garçon français ?",
)


@pytest.mark.parametrize("text", RUSSIAN)
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_russian(text: str, encoding: str) -> None:
    data = text.encode(encoding, errors="ignore")
    assert text_of(data) == data.decode(encoding)


@pytest.mark.parametrize("text", WESTERN)
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_western(text: str, encoding: str) -> None:
    data = text.encode(encoding, errors="ignore")
    assert text_of(data) == data.decode(encoding)


@pytest.mark.parametrize("text", [*RUSSIAN, *WESTERN])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Zażółć gęślą jaźń. Święta są już za tydzień, a ja nie mam prezentów. " * 3, "cp1250"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy, a pak přišel mráz do zahrady. " * 3, "cp1250"),
    ],
)
def test_a_longer_text_of_another_alphabet(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)) == text


def test_a_broken_byte_does_not_change_the_encoding() -> None:
    data = ("Сегодня первый мороз. " * 4).encode()
    assert text_of(data[:10] + b"\xff" + data[10:]) == data.decode()
    assert encoding_of(data[:-2]) == encoding_of(data[:11]) == "utf-8"
