"""A scene at one moment of a conversation becomes a text, of which each part has its field."""
