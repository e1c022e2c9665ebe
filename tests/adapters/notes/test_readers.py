"""Each type's title and text."""

import pytest

from adapters.notes.readers import hypertext, markdown, plain


@pytest.mark.parametrize(
    ("source", "title", "text"),
    [
        ("# Frost\n\nIt came early.", "Frost", "It came early."),
        ("#  Frost ##\nIt came early.", "Frost", "It came early."),
        ("It came early.\n\n# Later", "first frost", "It came early.\n\n# Later"),
        ("---\ntitle: Frost\ntags: [a, b]\n---\n\nIt came.", "Frost", "It came."),
        ("---\ntitle: Frost\n---\n# Heading\nIt came.", "Frost", "It came."),
        ("---\ndate: 2025-10-21\n---\n# Frost\nIt came.", "Frost", "It came."),
        ("---\nbroken: [\n---\nIt came.", "first frost", "It came."),
        ("---\njust a line\n---\nIt came.", "first frost", "---\njust a line\n---\nIt came."),
        ("---\nnever closed\n\nIt came.", "first frost", "---\nnever closed\n\nIt came."),
    ],
)
def test_markdown(source: str, title: str, text: str) -> None:
    assert markdown.read(source.encode(), "first-frost") == (title, text)


def test_front_matter_that_unfolds_without_end_is_left_out_unread() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 64)]
    source = "---\n" + "\n".join(lines) + "\n---\nIt came early."
    assert markdown.read(source.encode(), "frost") == ("frost", "It came early.")


def test_front_matter_that_nests_without_end_is_left_out_unread() -> None:
    source = "---\na: " + "[" * 9000 + "\n---\nIt came early."
    assert markdown.read(source.encode(), "frost") == ("frost", "It came early.")


@pytest.mark.parametrize(
    ("source", "title", "text"),
    [
        ("First frost\n\nIt came early.", "First frost", "It came early."),
        ("First frost\n===========\nIt came early.", "First frost", "It came early."),
        ("It came early.\n\nThen rain.", "a note", "It came early.\n\nThen rain."),
        ("It came early\nand stayed.", "a note", "It came early\nand stayed."),
    ],
)
def test_plain_text(source: str, title: str, text: str) -> None:
    assert plain.read(source.encode(), "a_note") == (title, text)


def test_the_name_of_a_diary_page_stays_a_date() -> None:
    assert plain.read(b"It came early.", "2025-10-21") == ("2025-10-21", "It came early.")


def test_html_becomes_text_with_its_headings_lists_and_code() -> None:
    page = """<html><head><title>First  frost</title><style>p {}</style></head><body>
        <nav>Home</nav><h1>Frost</h1><p>It <b>came</b>
        early, &amp; stayed.</p><ul><li>one<li>two</ul>
        <pre>line 1\n  line 2</pre><script>alert(1)</script>end<br>line</body>"""
    title, text = hypertext.read(page.encode(), "frost")
    assert title == "First frost"
    assert text == (
        "# Frost\n\nIt came early, & stayed.\n\n- one\n\n- two\n\nline 1\n  line 2\n\nend\nline"
    )


def test_html_in_another_encoding() -> None:
    page = "<title>Мороз</title><p>Сегодня первый мороз, укрыл розы лапником.</p>"
    expected = ("Мороз", "Сегодня первый мороз, укрыл розы лапником.")
    assert hypertext.read(page.encode("cp1251"), "frost") == expected


def test_a_large_page_gives_the_same_text_as_a_small_one() -> None:
    page = "<title>Long</title>" + "<p>It came early.</p>" * 5000
    title, text = hypertext.read(page.encode(), "frost")
    assert (title, text) == ("Long", "\n\n".join(["It came early."] * 5000))
