"""Messages as lines over a local socket, in both directions."""

import os
import socket
import struct
import threading
from contextlib import suppress
from typing import Any

from engine import wire


class Lines:
    """One end of a connection; several threads may send, one may receive."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._reader = connection.makefile("rb")
        self._sending = threading.Lock()

    def send(self, message: object) -> None:
        """Raises ``OSError`` when the other side is gone or does not read in time."""
        line = wire.encode(message).encode() + b"\n"
        with self._sending:
            self._connection.sendall(line)

    def receive(self, longest: int) -> Any:
        """The next message of at most ``longest`` bytes, None at the end.

        Raises ``OSError``, or ``WireError`` where the line is too long or no message.
        """
        line = self._reader.readline(longest)
        return wire.decode(line) if line else None

    def wait_at_most(self, reading: float, writing: float) -> None:
        """Set how long the system waits, in seconds (0: for ever), for each direction apart."""
        for option, seconds in ((socket.SO_RCVTIMEO, reading), (socket.SO_SNDTIMEO, writing)):
            spec = struct.pack("ll", int(seconds), 0)
            self._connection.setsockopt(socket.SOL_SOCKET, option, spec)

    def is_ours(self) -> bool:
        """Whether the other side runs as the same user (the folder keeps others out too)."""
        spec = struct.calcsize("3i")
        found = self._connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, spec)
        _, user, _ = struct.unpack("3i", found)
        return bool(user == os.getuid())

    def end(self) -> None:
        """Let both sides' ``receive`` come to its end; safe from any thread."""
        with suppress(OSError):
            self._connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Free the socket; only once no thread sends or receives any more."""
        with suppress(OSError):
            self._reader.close()
        self._connection.close()
