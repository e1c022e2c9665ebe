"""What scenes, plays and chats teach each role: its lines, in the form of a scene."""
