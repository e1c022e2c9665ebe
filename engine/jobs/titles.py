"""A title for a conversation whose owner gave it none."""

_LONGEST = 48


def title_of(text: str) -> str:
    """The beginning of the first message, cut between two words, on one line."""
    words = text.split()
    title = ""
    for word in words:
        longer = f"{title} {word}".lstrip()
        if len(longer) > _LONGEST:
            return (title or word[:_LONGEST]).rstrip(".,;:!?-—") + "…"
        title = longer
    return title
