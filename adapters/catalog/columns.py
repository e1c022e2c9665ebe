"""What the columns hold beyond plain numbers: moments, any text, phrases, parts of a blend."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Dialect, Text
from sqlalchemy.types import TypeDecorator

from adapters.catalog.records import SpokenPart
from adapters.wording import Phrase, as_text, from_text

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Moment(TypeDecorator[datetime]):
    """A time in UTC, kept as whole microseconds since 1970: exact, small and sortable."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else (value - EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else EPOCH + timedelta(microseconds=value)


class Words(TypeDecorator[str]):
    """Any text; half of a surrogate pair, which UTF-8 cannot hold, becomes a question mark."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.encode("utf-8", "replace").decode("utf-8")


class Sentence(TypeDecorator[Phrase]):
    """A phrase as JSON; earlier rows hold plain English, which is read as it stands."""

    impl = Words
    cache_ok = True

    def process_bind_param(self, value: Phrase | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else as_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Phrase | None:  # noqa: ARG002
        return None if value is None else from_text(value)


class Parts(TypeDecorator[tuple[SpokenPart, ...]]):
    """The voices of a blend that spoke, as they were, as JSON."""

    impl = Words
    cache_ok = True

    def process_bind_param(
        self,
        value: tuple[SpokenPart, ...] | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> str | None:
        if not value:
            return None
        return json.dumps([asdict(part) for part in value], ensure_ascii=False)

    def process_result_value(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> tuple[SpokenPart, ...]:
        return tuple(SpokenPart(**part) for part in json.loads(value)) if value else ()
