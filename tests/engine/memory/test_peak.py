"""The most memory that a piece of work took, also for a moment."""

from engine.memory.peak import Peak

BLOCK = 256 * 2**20


def test_what_was_taken_between_two_looks_is_seen() -> None:
    peak = Peak("cpu")
    taken = bytearray(BLOCK)
    taken[::4096] = b"1" * len(taken[::4096])  # pages that nobody touched are not taken
    del taken
    peak.look()
    assert peak.most > 0.9 * BLOCK
    assert peak.now < 0.5 * BLOCK
    assert peak.least_free > 0


def test_nothing_taken_is_nothing() -> None:
    peak = Peak("cpu")
    peak.look()
    assert peak.most < BLOCK / 8
