"""The server behind the agent that says of itself that it is in a cloud."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import json
from threading import Thread
from typing import Final, Self, override

ANSWER: Final = "The moon is as far away as it was yesterday."


class Cloud:
    """Answers everything with the same sentence, on 127.0.0.1, and remembers what it was sent."""

    def __init__(self) -> None:
        """Bind a port."""
        self.requests: list[dict[str, object]] = []
        """Each request as it came."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self.requests))

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    @property
    def got(self) -> list[object]:
        """The words that each request was about."""
        return [request["text"] for request in self.requests]

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(requests: list[dict[str, object]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            body = json.dumps({"text": ANSWER}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        @override
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler
