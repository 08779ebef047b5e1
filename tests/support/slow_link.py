"""A line to the broker that is slow, that goes dead without a word, or that is cut."""

import collections
import selectors
import socket
import threading
import time


class SlowLink:
    """Everything takes `delay_s` each way. Ends with the `with`."""

    def __init__(self, port, delay_s=0.0):
        self.target, self.delay_s = port, delay_s
        self.dead = {"up": False, "down": False}
        self.pairs = {}
        self.lock = threading.Lock()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.uri = f"tcp://127.0.0.1:{self.listening.getsockname()[1]}"
        self.ended = False
        self.thread = threading.Thread(target=self.work, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended = True
        self.thread.join()
        self.cut()
        self.listening.close()

    def die(self, *ways):
        """What is sent that way from now on stays on it until revive()."""
        for way in ways or ("up", "down"):
            self.dead[way] = True

    def revive(self):
        self.dead = {"up": False, "down": False}

    def cut(self):
        """Ends all connections and loses what is on them; a new one may be made at once."""
        with self.lock:
            for ends in list(self.pairs):
                ends.close()
            self.pairs.clear()

    def holds(self, what):
        """Whether these bytes are on the line, sent and not handed over."""
        with self.lock:
            return any(what in data for _, _, waiting in self.pairs.values() for _, data in list(waiting))

    def work(self):
        while not self.ended:
            with self.lock:
                chosen = selectors.DefaultSelector()
                chosen.register(self.listening, selectors.EVENT_READ)
                for end in self.pairs:
                    chosen.register(end, selectors.EVENT_READ)
                ready = [key.fileobj for key, _ in chosen.select(0.002)]
                chosen.close()
                for end in ready:
                    self.accept() if end is self.listening else self.take(end)
                self.hand_over()

    def accept(self):
        client, _ = self.listening.accept()
        try:
            server = socket.create_connection(("127.0.0.1", self.target))
        except OSError:  # nobody is there at present
            client.close()
            return
        for end in (client, server):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.pairs[client] = (server, "up", collections.deque())
        self.pairs[server] = (client, "down", collections.deque())

    def take(self, end):
        if end not in self.pairs:
            return
        other, _, waiting = self.pairs[end]
        try:
            data = end.recv(65536)
        except OSError:
            data = b""
        if data:
            waiting.append((time.monotonic() + self.delay_s, data))
            return
        for one in (end, other):
            self.pairs.pop(one, None)
            one.close()

    def hand_over(self):
        for other, way, waiting in list(self.pairs.values()):
            while waiting and waiting[0][0] <= time.monotonic() and not self.dead[way]:
                try:
                    other.sendall(waiting.popleft()[1])
                except OSError:
                    break
