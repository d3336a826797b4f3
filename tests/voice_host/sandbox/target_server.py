"""Something to reach: a web server and a unix socket on this machine. Prints its port, and ends with its input."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import socket
import sys
from threading import Thread


class Answer(BaseHTTPRequestHandler):
    """Answers everything with nothing."""

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


with socket.socket(socket.AF_UNIX) as listening, ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
    listening.bind(sys.argv[1])
    listening.listen()
    Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)  # noqa: T201 - this is how the test learns it
    sys.stdin.read()
