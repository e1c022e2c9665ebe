"""Where the log goes: one rotating file in the data folder, nothing on the screen."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
_OURS = ("adapters", "engine", "gui", "main")


class _Quiet(RotatingFileHandler):
    """Drops lines that cannot be written (a full disk) instead of printing tracebacks."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's name
        """Nothing: the work that is logged matters more than its log."""


def start_log(file: Path, most_bytes: int = 1_000_000, kept: int = 3) -> None:
    """Write log lines to ``file``: ours from INFO on, other packages' warnings.

    Started again, it goes on in the new file only. Where the folder cannot be written, the
    log is left out rather than the start.
    """
    stop_log()
    root = logging.getLogger()
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _Quiet(file, maxBytes=most_bytes, backupCount=kept, encoding="utf-8", delay=True)
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(handler)
    logging.captureWarnings(True)
    for name in _OURS:
        logging.getLogger(name).setLevel(logging.INFO)


def stop_log() -> None:
    """Close the file again and take the handler off."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, _Quiet | logging.NullHandler):
            root.removeHandler(handler)
            handler.close()
    logging.captureWarnings(False)
