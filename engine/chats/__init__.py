"""Conversations and plays as files: read from other programs, written for people and programs."""
