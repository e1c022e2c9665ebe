"""How fast is the catalog with 10,000 voices and 1,000,000 messages in two languages?

The catalog is built once and kept (``--work``), so a run that was cut goes on where it was.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from platformdirs import user_cache_path
from sqlalchemy import func, insert, select

from adapters.catalog import conversations, messages, search, vocabulary, voices
from adapters.catalog.conversation_tables import ConversationRow, MessageRow, SpeakerRow
from adapters.catalog.database import Catalog
from adapters.catalog.folding import fold, preview
from adapters.catalog.tables import VoiceRow, VoiceVersionRow, now
from benchmarks import harness
from benchmarks.corpus import Corpus

TITLE = "Catalog: first page and search"
BATCH = 10_000
TURNS = 20  # messages of a conversation; the first conversation has LONG
LONG = 2_000
PAGE_MS, SEARCH_MS = 20.0, 50.0


@dataclass(frozen=True)
class Size:
    voices: int
    messages: int
    searches: int


FULL = Size(voices=10_000, messages=1_000_000, searches=3_000)
QUICK = Size(voices=1_000, messages=20_000, searches=300)


def main(arguments: list[str] | None = None) -> int:
    parser = harness.options(TITLE)
    parser.add_argument("--work", type=Path, help="where the catalog is built and kept")
    chosen = parser.parse_args(arguments)
    harness.begin(TITLE, 30, chosen)
    size = QUICK if chosen.quick else FULL
    work = chosen.work or user_cache_path("timbre") / "benchmarks"
    folder = work / f"catalog-{size.messages}"
    catalog = Catalog.open(folder / "catalog.sqlite", folder / "backups")
    try:
        corpus = Corpus()
        _fill(catalog, corpus, size)
        rows, bars = _measure(catalog, corpus, size)
    finally:
        catalog.close()
    if chosen.quick:
        bars = [bar for bar in bars if bar.sense == "min"]
    return harness.report(TITLE, rows, bars, chosen)


def _fill(catalog: Catalog, corpus: Corpus, size: Size) -> None:
    _fill_voices(catalog, size.voices)
    with catalog.reading() as session:
        done = session.scalars(select(func.count()).select_from(MessageRow)).one()
    started, first = time.perf_counter(), done
    while done < size.messages:
        _fill_messages(catalog, corpus, done, size)
        done += BATCH
        left = (size.messages - done) * (time.perf_counter() - started) / (done - first)
        print(f"  {done:,} of {size.messages:,} messages, {left / 60:.1f} min left", flush=True)


def _fill_voices(catalog: Catalog, count: int) -> None:
    with catalog.session() as session:
        if session.scalars(select(func.count()).select_from(VoiceRow)).one() == count:
            return
        moment = now()
        names = [f"{'Голос' if i % 2 else 'Voice'} {i:05d}" for i in range(1, count + 1)]
        card = {
            "description": "",
            "model_name": "SmolLM2 135M",
            "model_fingerprint": "0" * 64,
            "created": moment,
            "last_used": None,
        }
        session.execute(
            insert(VoiceRow),
            [
                {
                    "name": name,
                    "name_key": fold(name),
                    "colour": voices.COLOURS[i % 8],
                    "version": i + 1,
                    "bytes": 1_000_000 + i * 7 % 5_000,
                    **card,
                }
                for i, name in enumerate(names)
            ],
        )
        version = {
            "number": 1,
            "sha256": "0" * 64,
            "bytes": 1_000_000,
            "rank": 16,
            "targets": "q_proj,v_proj",
            "notes": 40,
            "created": moment,
        }
        session.execute(
            insert(VoiceVersionRow),
            [{"voice": i + 1, "path": str(i + 1), **version} for i in range(count)],
        )


def _fill_messages(catalog: Catalog, corpus: Corpus, done: int, size: Size) -> None:
    """One transaction: a batch of messages with their conversations, half in each language."""
    language = "ru" if done // BATCH % 2 else "en"
    texts = corpus.texts(language, corpus.lengths(BATCH))
    moment = now()
    rows = []
    threads: dict[int, list[int]] = {}
    for i, text in enumerate(texts, start=done + 1):
        conversation = _conversation(i)
        thread = threads.setdefault(conversation, [])
        voice = 1 + i * 31 % size.voices if i % 2 == 0 else None
        rows.append(
            {
                "id": i,
                "conversation": conversation,
                "parent": thread[-1] if thread else None,
                "author": "assistant" if voice else "owner",
                "text": text,
                "voice": voice,
                "voice_version": voice,
                "stop": "end" if voice else None,
                "created": moment,
            }
        )
        thread.append(i)
    _insert(catalog, threads, rows)


def _conversation(message: int) -> int:
    return 1 if message <= LONG else 2 + (message - LONG - 1) // TURNS


def _insert(
    catalog: Catalog, threads: dict[int, list[int]], rows: list[dict[str, object]]
) -> None:
    texts = {row["id"]: str(row["text"]) for row in rows}
    with catalog.session() as session:
        # Conversations point to messages and messages to conversations.
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        session.execute(
            insert(ConversationRow),
            [
                {
                    "id": conversation,
                    "title": preview(texts[thread[0]])[:60],
                    "titled_by_owner": False,
                    "instruction": "Be kind.",
                    "strength": 1.0,
                    "draft": "",
                    "leaf": thread[-1],
                    "preview": preview(texts[thread[-1]]),
                    "created": now(),
                    "updated": now(),
                }
                for conversation, thread in threads.items()
            ],
        )
        session.execute(insert(MessageRow), rows)
        vocabulary.learn(session, *texts.values())
        speakers = {(row["conversation"], row["voice"]) for row in rows if row["voice"]}
        session.execute(insert(SpeakerRow), [{"conversation": c, "voice": v} for c, v in speakers])


def _measure(
    catalog: Catalog, corpus: Corpus, size: Size
) -> tuple[list[harness.Row], list[harness.Bar]]:
    pages = [_row(name, _times(call, 100)) for name, call in _pages(catalog)]
    rows, bars = (
        list(pages),
        [harness.Bar(f"{p['what']}, ms", p["p99 ms"], PAGE_MS, "max") for p in pages[:2]],
    )
    spent: list[float] = []
    for name, queries in _queries(corpus, size.searches).items():
        times = [_time(lambda q=query: search.find(catalog, q)) for query in queries]
        rows.append(_row(name, times))
        spent += times
    rows.append(_row("search, all kinds", spent))
    bars.append(harness.Bar("search p99, ms", rows[-1]["p99 ms"], SEARCH_MS, "max"))
    found = search.find(catalog, corpus.words["ru"][40])
    bars.append(harness.Bar("hits of a frequent word", len(found), 50, "min"))
    return rows, bars


def _pages(catalog: Catalog) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "first page of conversations", lambda: conversations.page(catalog)
    yield "first page of voices", lambda: voices.everything(catalog, limit=50)
    for order in ("name", "created", "size"):
        yield f"voices by {order}", lambda o=order: voices.everything(catalog, o, limit=50)
    yield "a thread of 2,000 messages", lambda: messages.thread(catalog, 1)


def _queries(corpus: Corpus, count: int) -> dict[str, list[str]]:
    """What people type: words as they grow, two words, letters inside a word, what is nowhere."""
    draw = np.random.default_rng(1)
    kinds: dict[str, list[str]] = {}
    for language, words in corpus.words.items():
        sentences = corpus.texts(language, np.full(count, 2))
        pairs = [sentence.split() for sentence in sentences]
        kinds[f"a word ({language})"] = [a for a, _ in pairs]
        kinds[f"its first letters ({language})"] = [
            a[: draw.integers(1, len(a) + 1)] for a, _ in pairs
        ]
        kinds[f"two words ({language})"] = sentences
        rare = [words[i] for i in draw.integers(100, len(words), count)]
        kinds[f"a rare word ({language})"] = rare
        kinds[f"letters inside a word ({language})"] = [w[1:6] for w in rare]
        kinds[f"nowhere ({language})"] = [w[::-1] + "ъz" for w in rare]
    return {kind: queries[: count // 12] for kind, queries in kinds.items()}


def _row(what: str, times: list[float]) -> harness.Row:
    ms = np.array(times) * 1000
    return {
        "what": what,
        "runs": len(times),
        "median ms": float(np.median(ms)),
        "p99 ms": float(np.percentile(ms, 99)),
        "max ms": float(ms.max()),
    }


def _times(call: Callable[[], object], count: int) -> list[float]:
    call()  # the first compiles the statement
    return [_time(call) for _ in range(count)]


def _time(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


if __name__ == "__main__":
    raise SystemExit(main())
