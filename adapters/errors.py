"""What can go wrong in a way that the owner can understand and mend."""

from adapters.wording import Phrase


class UserError(Exception):
    """Something about the owner's machine or files, not a fault of the program.

    Says what happened, why, and what to do next, each as one plain sentence.
    """

    def __init__(self, what: Phrase, why: Phrase, next_step: Phrase) -> None:
        super().__init__(f"{what} {why} {next_step}")
        self.what = what
        self.why = why
        self.next_step = next_step
