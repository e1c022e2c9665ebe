"""Rounding weights to 4 bits so that a small model still says what it said."""
