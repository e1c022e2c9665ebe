"""Under which heading a conversation stands: Today, Yesterday, Last week, or its month."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate


def heading(updated: datetime, today: date) -> str:
    """``updated`` in UTC, as the catalog keeps it; days are those of the local clock."""
    day = updated.astimezone().date()
    if day >= today:
        return translate("ConversationGroups", "Today")
    if day == today - timedelta(days=1):
        return translate("ConversationGroups", "Yesterday")
    if day > today - timedelta(days=8):
        return translate("ConversationGroups", "Last week")
    month = QLocale().standaloneMonthName(day.month)
    named = month[:1].upper() + month[1:]
    return named if day.year == today.year else f"{named} {day.year}"
