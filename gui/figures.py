"""Numbers as the owner reads them: "3.9 GiB", "−18 %", "4 min ago".

Number and unit are joined by a no-break space, so that no line ends between them.
"""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QLocale

KIB, MIB, GIB = 2**10, 2**20, 2**30
MINUTE, HOUR, DAY = 60, 3600, 86400


def whole(number: int) -> str:
    """A whole number with its thousands apart: 4,096."""
    return _locale().toString(number)


def decimal(number: float, places: int = 1) -> str:
    """A number with a fixed count of decimals."""
    return _locale().toString(float(number), "f", places)


def short(number: float) -> str:
    """A number with no more decimals than it has: 0.003."""
    return _locale().toString(float(number), "g", 6)


def memory(count: int) -> str:
    """Bytes of main or GPU memory, always in GiB."""
    return _tied(QCoreApplication.translate("Figures", "{number} GiB"), decimal(count / GIB))


def size(count: int) -> str:
    """Bytes of a file in the unit that keeps the number short."""
    unit, template = next(
        pair
        for pair in (
            (GIB, QCoreApplication.translate("Figures", "{number} GiB")),
            (MIB, QCoreApplication.translate("Figures", "{number} MiB")),
            (KIB, QCoreApplication.translate("Figures", "{number} KiB")),
        )
        if count >= pair[0] or pair[0] == KIB
    )
    # The last digit is rounded up from nothing: a file of two bytes is not "0.0 KiB".
    number = max(count / unit, 0.1 if count else 0.0)
    return _tied(template, decimal(number, 1 if count < 100 * unit else 0))


def percent(share: float) -> str:
    """A change with its sign, a true minus and one decimal where it is under one percent."""
    number = abs(share) * 100
    text = decimal(number, 1 if 0 < number < 1 else 0)
    sign = "" if text.strip("0.,") == "" else "+" if share > 0 else "−"
    return _tied(QCoreApplication.translate("Figures", "{number} %"), sign + text)


def part(share: float) -> str:
    """A part of a whole without a sign: 57 %."""
    return _tied(QCoreApplication.translate("Figures", "{number} %"), decimal(share * 100, 0))


def duration(seconds: float) -> str:
    """A span of time, as exact as it helps: "40 s", "11 min", "2 h 5 min"."""
    if seconds < MINUTE:
        return _tied(QCoreApplication.translate("Figures", "{number} s"), whole(round(seconds)))
    minutes = round(seconds / MINUTE)
    text = _tied(QCoreApplication.translate("Figures", "{number} min"), whole(minutes % 60))
    if minutes < 60:
        return text
    hours = _tied(QCoreApplication.translate("Figures", "{number} h"), whole(minutes // 60))
    return hours if minutes % 60 == 0 else f"{hours}\u00a0{text}"


def ago(moment: datetime, now: datetime | None = None) -> str:
    """How long ago: "now", "4 min ago", "today", "yesterday", "12 days ago"."""
    # The catalog keeps UTC; a moment without a zone is taken as such.
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    now = now or datetime.now(UTC)
    seconds = (now - moment).total_seconds()
    if seconds < MINUTE:
        return QCoreApplication.translate("Figures", "now")
    if seconds < HOUR:
        return QCoreApplication.translate("Figures", "%n min ago", "", int(seconds // MINUTE))
    days = (now.astimezone().date() - moment.astimezone().date()).days
    if days == 0:
        return QCoreApplication.translate("Figures", "today")
    if days == 1:
        return QCoreApplication.translate("Figures", "yesterday")
    return QCoreApplication.translate("Figures", "%n days ago", "", days)


def _locale() -> QLocale:
    """The application's locale; the C locale is read as English, which groups thousands."""
    locale = QLocale()
    return QLocale("en_GB") if locale.language() == QLocale.Language.C else locale


def _tied(template: str, number: str) -> str:
    return template.format(number=number).replace(" ", "\u00a0")
