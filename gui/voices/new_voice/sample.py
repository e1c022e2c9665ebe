"""The notes that ship with Timbre, to try it with."""

from gui.theme.tokens import RESOURCES

SAMPLE_NOTES = RESOURCES / "notes"
