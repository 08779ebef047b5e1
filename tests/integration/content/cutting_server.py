"""A server of a folder that sends ranges, and ends the first answers of any file in the middle: PORT FOLDER LOG TIMES.

LOG gets a line for each request of a file: its name, and the byte from which it was asked for."""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

PORT, FOLDER, LOG, TIMES = int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
cuts = {}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = unquote(self.path.rsplit("/", 1)[1])
        data = (FOLDER / name).read_bytes()
        asked = self.headers.get("Range")
        start = int(asked.removeprefix("bytes=").split("-")[0]) if asked else 0
        with open(LOG, "a", encoding="utf-8") as log:
            log.write(f"{name} {start}\n")
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(len(data) - start))
        if asked:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.end_headers()
        rest = data[start:]
        if name != "manifest.json" and cuts.setdefault(name, 0) < TIMES:
            cuts[name] += 1
            rest = rest[:len(rest) // 2]
            self.close_connection = True
        self.wfile.write(rest)

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", PORT), Handler).serve_forever()
