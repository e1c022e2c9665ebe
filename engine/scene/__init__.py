"""Scenes: what the assistant is told about the moment. Plain data; neither Qt nor torch."""
