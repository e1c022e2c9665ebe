"""Why a file of a type that has no reader gives no note, by what people call such files."""

from adapters.wording import Phrase, phrase

_PICTURES = ".jpg .jpeg .png .gif .webp .svg .heic .tif .tiff .bmp .ico .raw"
_SOUNDS = ".mp3 .m4a .ogg .opus .flac .wav .aac"
_FILMS = ".mp4 .mov .mkv .webm .avi"
_TABLES = ".csv .tsv .xls .xlsx .ods"
_ARCHIVES = ".zip .gz .tar .7z .rar .bz2 .xz .zst"

_REASONS = {
    suffix: reason
    for suffixes, reason in (
        (_PICTURES, phrase("notes", "a picture")),
        (_SOUNDS, phrase("notes", "a sound recording")),
        (_FILMS, phrase("notes", "a film")),
        (_TABLES, phrase("notes", "a table, not prose")),
        (_ARCHIVES, phrase("notes", "an archive")),
    )
    for suffix in suffixes.split()
}


def why_not(suffix: str) -> Phrase:
    """Why nothing is read from files that end in ``suffix`` (with its dot, or "")."""
    if not suffix:
        return phrase("notes", "a name without a type")
    known = _REASONS.get(suffix.lower())
    return known or phrase("notes", "not a type that is read ({suffix})", suffix=suffix)
