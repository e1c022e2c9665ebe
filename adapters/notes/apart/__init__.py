"""Files of foreign make are taken apart in a process of their own, within limits.

Each module gives title (or "") and text of one format, as light markdown.
"""


class RefusedError(Exception):
    """Said in the process apart: why there is no text, as a key of ``process.REASONS``."""
