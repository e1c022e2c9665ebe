"""Regular expressions of scenes: each runs in a process of its own, within time and memory."""
