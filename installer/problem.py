"""What can stop a set-up in a way that the owner can understand and mend."""


class SetupError(Exception):
    """Something about this machine, told in a sentence or two; ends with a non-zero exit."""
