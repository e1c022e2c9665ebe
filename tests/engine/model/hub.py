"""A hub on 127.0.0.1 that speaks as much of the real one's language as a download needs.

It can be slow, hang up in the middle, and send bytes that are not what it promised.
"""

import hashlib
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

COMMIT = "c0ffee" + "0" * 34
BLOCK = 2**14
LARGE = 1000  # bytes; above this a file is kept as LFS


@dataclass
class Request:
    path: str
    range: str | None
    sent: int = 0
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Hub:
    """``files`` of one repository; ``sent_instead`` replaces the content on its way out."""

    repo: str
    files: dict[str, bytes]
    sent_instead: dict[str, bytes] = field(default_factory=dict)
    refusal: tuple[int, str] | None = None  # status and X-Error-Code of every answer
    hang_up_after: int | None = None  # bytes of one large file, once
    pause: float = 0.0  # seconds between two blocks of a large file
    requests: list[Request] = field(default_factory=list)

    def __enter__(self) -> "Hub":
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Wait until every answer has been sent or its connection is gone."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def ranges(self, name: str) -> list[str | None]:
        """The ranges that were asked of a file, in order."""
        return [r.range for r in self.requests if r.path.endswith("/" + name)]

    def answer(self, path: str) -> object:
        """What the API says about the repository."""
        tree = [self._entry(name, content) for name, content in self.files.items()]
        folder = {"type": "directory", "path": "onnx", "size": 0, "oid": "0" * 40}
        if path.startswith(f"/api/models/{self.repo}/tree/"):
            return [folder, *tree]
        if path.startswith(f"/api/models/{self.repo}"):
            siblings = [{"rfilename": name} for name in self.files]
            return {"id": self.repo, "sha": COMMIT, "siblings": siblings, "private": False}
        return None

    def _entry(self, name: str, content: bytes) -> dict[str, object]:
        blob = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
        entry: dict[str, object] = {
            "type": "file",
            "path": name,
            "size": len(content),
            "oid": blob,
        }
        if len(content) > LARGE:
            sha256 = hashlib.sha256(content).hexdigest()
            entry["lfs"] = {"oid": sha256, "size": len(content), "pointerSize": 134}
        return entry


class _Server(ThreadingHTTPServer):
    def __init__(self, hub: Hub) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.hub = hub


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *_: object) -> None:
        """Say nothing on standard error."""

    def do_GET(self) -> None:
        hub = self.server.hub
        path = unquote(urlsplit(self.path).path)
        request = Request(path, self.headers.get("Range"), headers=dict(self.headers))
        hub.requests.append(request)
        start_of_path = f"/{hub.repo}/resolve/{COMMIT}/"
        if hub.refusal is not None:
            status, code = hub.refusal
            self._send(status, b"no", {"X-Error-Code": code})
        elif (said := hub.answer(path)) is not None:
            self._send(200, json.dumps(said).encode())
        elif (name := path.removeprefix(start_of_path)) in hub.files:
            self._send_file(hub.sent_instead.get(name, hub.files[name]), request)
        else:
            self._send(404, b"no", {"X-Error-Code": "EntryNotFound"})

    def _send(self, status: int, body: bytes, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        headers = {"Content-Type": "application/json", "Content-Length": str(len(body))}
        for name, value in (headers | (more or {})).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _send_file(self, whole: bytes, request: Request) -> None:
        start = int(request.range.split("=")[1].split("-")[0]) if request.range else 0
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(whole) - start))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(whole) - 1}/{len(whole)}")
        self.send_header("ETag", f'"{hashlib.sha256(whole).hexdigest()}"')
        self.send_header("X-Repo-Commit", COMMIT)
        self.end_headers()
        self._send_slowly(whole[start:], request)

    def _send_slowly(self, body: bytes, request: Request) -> None:
        hub = self.server.hub
        for at in range(0, len(body), BLOCK):
            if hub.hang_up_after is not None and request.sent >= hub.hang_up_after:
                hub.hang_up_after = None
                self.close_connection = True
                return
            try:
                self.wfile.write(body[at : at + BLOCK])
            except OSError:  # the other side has hung up
                self.close_connection = True
                return
            request.sent += len(body[at : at + BLOCK])
            if hub.pause and len(body) > LARGE:
                time.sleep(hub.pause)
