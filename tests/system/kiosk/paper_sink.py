"""A ticket printer on a TCP port: understands what a kiosk says to it, answers as a real one does, and draws the tickets it prints."""

import socket
import struct
import threading
import zlib

OUT_OF_PAPER, PAPER_LOW, COVER_OPEN = "paper-out", "paper-low", "cover-open"


class Ticket:
    """What came out between two cuts."""

    def __init__(self):
        self.rows = []  # of bytes, eight dots each
        self.codes = []  # QR codes that the printer draws itself

    def png(self, file, margin=24):
        """The strip as it would lie on a table."""
        width = max((len(row) for row in self.rows), default=1) * 8 + 2 * margin
        blank = b"\xff" * width
        lines = [blank] * margin
        for row in self.rows:
            dots = b"".join(b"\x00" if byte & 128 >> bit else b"\xff" for byte in row for bit in range(8))
            lines.append(b"\xff" * margin + dots.ljust(width - 2 * margin, b"\xff") + b"\xff" * margin)
        lines += [blank] * margin
        write_png(file, width, lines)

    def black_share(self):
        black = sum(bin(byte).count("1") for row in self.rows for byte in row)
        return black / max(1, sum(len(row) * 8 for row in self.rows))


def write_png(file, width, lines, channels=1):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, len(lines), 8, 0 if channels == 1 else 2, 0, 0, 0)
    data = zlib.compress(b"".join(b"\x00" + line for line in lines), 9)
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b""))


class PaperSink:
    def __init__(self):
        self.state = None  # as it should be, or one of the troubles above
        self.silent = False  # it does not answer, as simple printers do not
        self.tickets = []
        self.unknown = []  # bytes that are no command
        self.stops_at = None  # the number of bytes of a ticket after which the paper ends
        self.lock = threading.Condition()
        self.listen()

    def listen(self, port=0):
        self.server = socket.socket()
        self.server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.server.bind(("127.0.0.1", port))
        self.server.listen(8)
        self.port = self.server.getsockname()[1]
        self.thread = threading.Thread(target=self.serve, args=(self.server,), daemon=True)
        self.thread.start()

    def vanish(self):
        """Switched off."""
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
        self.thread.join()

    def come_back(self):
        self.listen(self.port)

    def serve(self, server):
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(20)
                try:
                    Reading(self, connection).all()
                except (EOFError, OSError):
                    pass

    def status(self, question):
        fixed = 0x12
        if question == 1:
            return fixed | (0x08 if self.state in (OUT_OF_PAPER, COVER_OPEN) else 0)
        if question == 2:
            return fixed | (0x04 if self.state == COVER_OPEN else 0) | (0x20 if self.state == OUT_OF_PAPER else 0)
        if question == 4:
            return fixed | (0x60 if self.state == OUT_OF_PAPER else 0x0C if self.state == PAPER_LOW else 0)
        return fixed

    def keep(self, ticket):
        with self.lock:
            self.tickets.append(ticket)
            self.lock.notify_all()

    def wait_for(self, count, patience_s=20):
        with self.lock:
            if not self.lock.wait_for(lambda: len(self.tickets) >= count, patience_s):
                raise TimeoutError(f"{len(self.tickets)} of {count} tickets came out")
        return self.tickets[-1]


class Reading:
    """One connection."""

    def __init__(self, sink, connection):
        self.sink = sink
        self.connection = connection
        self.ticket = Ticket()
        self.taken = 0
        self.code = b""

    def take(self, count):
        data = b""
        while len(data) < count:
            if self.sink.stops_at is not None and self.taken >= self.sink.stops_at:
                self.sink.state = OUT_OF_PAPER
                threading.Event().wait(18)  # takes nothing any more, and says nothing
            more = self.connection.recv(min(count - len(data), 4096))
            if not more:
                raise EOFError
            data += more
            if len(data) > 16:
                self.taken += len(more)
        return data

    def all(self):
        while True:
            first = self.take(1)
            command = first + (self.take(1) if first in b"\x1b\x1d\x10" else b"")
            self.do(command)

    def do(self, command):
        if command == b"\x10\x04":
            answer = self.sink.status(self.take(1)[0])
            if not self.sink.silent:
                self.connection.sendall(bytes([answer]))
        elif command == b"\x1b@":
            self.ticket = Ticket()
        elif command == b"\x1ba":
            self.take(1)
        elif command == b"\x1dv":
            _, _, wide, high = struct.unpack("<BBHH", self.take(6))
            data = self.take(wide * high)
            self.ticket.rows += [data[row * wide:(row + 1) * wide] for row in range(high)]
        elif command == b"\x1d(":
            self.do_code()
        elif command == b"\x1dV":
            self.take(2)
            self.sink.keep(self.ticket)
            self.ticket = Ticket()
        elif command == b"\x1dr":
            self.take(1)
            self.connection.sendall(b"\x00")
        else:
            self.sink.unknown.append(command)

    def do_code(self):
        _, size = struct.unpack("<BH", self.take(3))
        parameters = self.take(size)
        if parameters[:2] == b"1P":
            self.code = parameters[3:]
        if parameters[:2] == b"1Q":
            self.ticket.codes.append(self.code.decode())
