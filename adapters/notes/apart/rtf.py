"""Rich text: the words and paragraphs of it."""

from striprtf.striprtf import rtf_to_text


def parsed(data: bytes) -> tuple[str, str]:
    source = data.decode("latin-1")  # RTF is ASCII; other letters are written as codes
    text = rtf_to_text(source, errors="replace")
    # Letters beyond the first plane are written as two halves.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", errors="replace")
    lines = [line.strip() for line in text.replace("\xad", "").splitlines()]
    return "", "\n\n".join(line for line in lines if line)
