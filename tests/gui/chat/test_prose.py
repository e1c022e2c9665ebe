"""Markdown in a document: what is shown, what is literal, and what is a link."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QTextDocument, QTextFormat, QTextTable
from pytestqt.qtbot import QtBot

from gui.chat.markdown.parser import is_web_address, parse
from gui.chat.markdown.pieces import Plain, Prose
from gui.chat.markdown.prose_view import ProseView


@pytest.fixture
def view(qtbot: QtBot) -> ProseView:
    made = ProseView()
    qtbot.addWidget(made)
    return made


def fragments(document: QTextDocument) -> Iterator[tuple[str, object]]:
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            yield at.fragment().text(), at.fragment().charFormat()
            at += 1  # type: ignore[operator]
        block = block.next()


def anchors(view: ProseView) -> list[str]:
    return [made.anchorHref() for _, made in fragments(view.document()) if made.isAnchor()]  # type: ignore[attr-defined]


def shown(view: ProseView) -> str:
    return view.toPlainText()


LITERAL = [
    '<img src="file:///dev/zero">',
    "<b>bold</b> & <script>alert(1)</script>",
    "![x](file:///dev/zero)",
    "[x](file:///etc/passwd)",
    "[x](smb://host/share)",
    "[x](ms-msdt:/id)",
    "[x](vscode://file/x)",
    "[x](//host/share)",
    "[x](javascript:alert(1))",
    "<smb://host/share>",
    "[a]: file:///dev/zero",
    "[a]: https://example.org",
]


@pytest.mark.parametrize("text", LITERAL)
def test_what_could_do_harm_is_shown_as_it_was_written(view: ProseView, text: str) -> None:
    view.add(Prose(text))
    assert shown(view) == text
    assert anchors(view) == []


def test_web_links_are_links_and_an_image_is_none(view: ProseView) -> None:
    view.add(Prose("[a](https://example.org/x) <http://example.org> ![i](https://example.org/i)"))
    assert anchors(view)[:2] == ["https://example.org/x", "http://example.org"]
    assert not any(made.isImageFormat() for _, made in fragments(view.document()))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        ("https://example.org/a?b=c", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("https:example.org", False),
        ("https://", False),
        ("http://[broken", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("example.org", False),
        (" smb://x", False),
        ("", False),
    ],
)
def test_only_http_and_https_are_web_addresses(address: str, offered: bool) -> None:
    assert is_web_address(address) is offered


def test_a_chosen_link_is_told_and_nothing_is_followed(view: ProseView, qtbot: QtBot) -> None:
    view.add(Prose("[a](https://example.org/x)"))
    before = shown(view)
    with qtbot.waitSignal(view.link_chosen) as told:
        view.anchorClicked.emit(QUrl("https://example.org/x"))
    assert told.args == ["https://example.org/x"]
    with qtbot.assertNotEmitted(view.link_chosen):
        view.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert shown(view) == before


def test_blocks_look_like_what_they_are(view: ProseView) -> None:
    view.add(Prose("# Title\n\nplain **bold** *slanted* `code` ~~gone~~"))
    made = {text.strip(): look for text, look in fragments(view.document())}
    assert made["bold"].fontWeight() == QFont.Weight.DemiBold  # type: ignore[attr-defined]
    assert made["slanted"].fontItalic()  # type: ignore[attr-defined]
    assert made["gone"].fontStrikeOut()  # type: ignore[attr-defined]
    assert made["code"].fontFamilies()[0] == "JetBrains Mono"  # type: ignore[attr-defined]
    pixels = QTextFormat.Property.FontPixelSize
    assert made["Title"].property(pixels) > made["plain"].property(pixels)  # type: ignore[attr-defined]


def test_lists_count_from_where_they_begin(view: ProseView) -> None:
    view.add(Prose("3. three\n4. four\n   - inside"))
    block = view.document().begin()
    texts = []
    while block.isValid():
        listed = block.textList()
        texts.append((listed.itemText(block), block.text(), listed.format().indent()))
        block = block.next()
    assert texts[0] == ("3.", "three", 1)
    assert texts[1] == ("4.", "four", 1)
    assert texts[2][1:] == ("inside", 2)


def test_a_table_has_its_cells(view: ProseView) -> None:
    view.add(Prose("| a | b |\n|:--|--:|\n| 1 | 2 |\n\nafter"))
    tables = [f for f in view.document().rootFrame().childFrames() if isinstance(f, QTextTable)]
    assert (tables[0].rows(), tables[0].columns()) == (2, 2)
    assert tables[0].cellAt(1, 1).firstCursorPosition().block().text() == "2"
    assert view.document().lastBlock().text() == "after"


@pytest.mark.parametrize(
    "text",
    ["|" * 3000 + "\n" + "|-" * 1500, "> " * 60 + "deep", "- " * 60 + "deep", "[" * 3000],
)
def test_what_is_out_of_bounds_is_shown_as_text(view: ProseView, text: str) -> None:
    view.add(Prose(text))
    assert shown(view).replace("\n", "") == text.replace("\n", "")
    assert view.document().rootFrame().childFrames() == []


def test_qts_own_marks_cannot_be_written(view: ProseView) -> None:
    for piece in (Prose("a\ufdd0b\ufdd1c\ufffcd\x00e"), Plain("a\ufdd0b\ufdd1c\ufffcd\x00e")):
        view.replace(piece)
        assert shown(view) == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_text_of_the_owner_is_no_markdown(view: ProseView) -> None:
    text = "# no\n**no** <b>no</b>\n- no [a](https://example.org)"
    view.add(Plain(text))
    assert shown(view) == text
    assert anchors(view) == []


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="ab *_`#>-|[]()<>!\n1.~\\&;:/h", max_size=200))
def test_any_markdown_can_be_written(view: ProseView, text: str) -> None:
    view.replace(Prose(text))
    view.lay_out(400)
    assert not any(made.isImageFormat() for _, made in fragments(view.document()))  # type: ignore[attr-defined]
    assert all(is_web_address(address) for address in anchors(view))


def test_the_parser_gives_no_html_and_no_image() -> None:
    kinds = {token.type for token in parse("<div>\n\n<br> ![a](https://x.org/i.png)")}
    assert not kinds & {"html_block", "html_inline", "image"}


def test_nothing_is_loaded(view: ProseView) -> None:
    assert view.loadResource(2, QUrl("file:///etc/hostname")) is None
