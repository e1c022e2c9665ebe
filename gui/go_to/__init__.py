"""Ctrl+K: one field that leads to every page, conversation, voice and model."""
