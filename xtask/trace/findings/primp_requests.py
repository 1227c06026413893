"""200 requests to a server in another process on this machine, and one answer of 20 MB."""

import subprocess
import sys

import primp
from beside import watched

SERVER = """
import http.server
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    wbufsize = -1  # head and body at once
    def do_GET(self):
        body = b'x' * (20_000_000 if self.path == '/large' else 200)
        self.send_response(200)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_): pass
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
"""

# Isolated from the recorder: it is no part of what is looked at.
server = subprocess.Popen(
    [sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True, env={"PATH": "/usr/bin:/bin"}
)
try:
    address = f"http://127.0.0.1:{int(server.stdout.readline())}"
    client = primp.Client()
    client.get(address)
    watched(
        lambda: [client.get(address).text for _ in range(200)],
        lambda: client.get(address + "/large").content,
        lambda: client.get(address + "/large").text,
    )
finally:
    server.kill()
