"""Questions that a model wrote for fragments which have none; kept, as each takes seconds."""

from adapters.notes.index.database import Index, writing


def known(index: Index, model: str) -> dict[str, str]:
    """By the fragments' keys; empty where what the model wrote was of no use."""
    rows = index.execute("SELECT fragment, question FROM questions WHERE model = ?", (model,))
    return dict(rows)


def keep(index: Index, model: str, fragment: str, question: str) -> None:
    with writing(index):
        index.execute(
            "INSERT OR REPLACE INTO questions (fragment, model, question) VALUES (?, ?, ?)",
            (fragment, model, question),
        )
