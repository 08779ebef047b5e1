"""A second opinion on the queue: what a sound history of events looks like. Shares no code with the dispatcher and knows
only docs/protocol.md and docs/journal.md."""

import bisect
from dataclasses import dataclass, field


@dataclass
class Event:
    seq: int
    at_ms: int
    day: str
    kind: str
    by: str
    body: dict


@dataclass
class Ticket:
    number: str
    service: str
    ticket_class: str
    arrived: int
    place: tuple = ()     # where it stands in its line
    first: bool = False   # before everybody
    state: str = "waiting"
    counter: str = ""     # where it is current


@dataclass
class Counter:
    state: str = "closed"
    ticket: str = ""
    states: list = field(default_factory=list)  # (seq, state) of each change

    def change(self, seq, state):
        self.state = state
        self.states.append((seq, state))

    def state_at(self, seq):
        at = bisect.bisect_right(self.states, (seq, "~"))
        return self.states[at - 1][1] if at else "closed"


class QueueModel:
    """Takes events in order; `found(kind, text)` is called for each thing that must not be."""

    def __init__(self, found):
        self.found = found
        self.seq = 0
        self.call = 0
        self.day = None
        self.tickets = {}
        self.lines = {}     # service: {number: ticket that waits}
        self.series = {}    # prefix: last number
        self.counters = {}

    def take(self, event):
        if event.seq != self.seq + 1:
            self.found("gap", f"event {event.seq} follows on {self.seq}")
        self.seq = event.seq
        if event.day != self.day and event.kind != "day-started":
            self.found("order", f"event {event.seq} is of {event.day}, which has not started")
        handler = getattr(self, "on_" + event.kind.replace("-", "_"), None)
        if handler:
            handler(event, event.body)
        else:
            self.found("unreadable", f"event {event.seq} is of the unknown kind {event.kind}")

    # --- days and counters

    def on_day_started(self, event, body):
        if self.day is not None and body["day"] <= self.day:
            self.found("order", f"event {event.seq} starts {body['day']} after {self.day}")
        self.day = body["day"]
        self.tickets.clear()
        self.lines.clear()
        self.series.clear()
        for counter in self.counters.values():
            counter.ticket = ""

    def counter(self, name):
        return self.counters.setdefault(name, Counter())

    def on_counter_opened(self, event, body):
        self.counter(body["counter"]).change(event.seq, "open")

    def on_counter_paused(self, event, body):
        self.leave_alone(event, body, "paused")

    def on_counter_closed(self, event, body):
        self.leave_alone(event, body, "closed")

    def leave_alone(self, event, body, state):
        counter = self.counter(body["counter"])
        if counter.ticket:
            self.found("half-done", f"event {event.seq} makes counter {body['counter']} {state} while {counter.ticket} is there")
        counter.change(event.seq, state)

    # --- tickets

    def on_ticket_issued(self, event, body):
        number = body["ticket"]
        if number in self.tickets:
            self.found("number-twice", f"event {event.seq} issues {number} again on {event.day}")
        last = self.series.get(body["prefix"])
        if last is not None and body["number"] != last + 1:
            self.found("series", f"event {event.seq} issues {number} after number {last} of series {body['prefix']}")
        self.series[body["prefix"]] = body["number"]
        ticket = Ticket(number, body["service"], body["class"], event.at_ms)
        ticket.place = (max(event.at_ms, self.latest_place(ticket.service)), number)
        self.tickets[number] = ticket
        self.line(ticket)[number] = ticket

    def on_ticket_called(self, event, body):
        ticket = self.known(event, body)
        self.count_call(event, body)
        if not ticket:
            return
        if ticket.state in ("called", "serving"):
            self.found("two-counters", f"event {event.seq} calls {ticket.number} to counter {body['counter']} while it is "
                       f"at counter {ticket.counter}")
        elif ticket.state not in ("waiting", "no-show"):
            self.found("wrong-state", f"event {event.seq} calls {ticket.number}, which is {ticket.state}")
        self.check_order(event, body, ticket)
        counter = self.counter(body["counter"])
        if counter.ticket:
            self.found("two-tickets", f"event {event.seq} calls {ticket.number} to counter {body['counter']}, which has "
                       f"{counter.ticket}")
        if counter.state != "open":
            self.found("wrong-state", f"event {event.seq} calls to counter {body['counter']}, which is {counter.state}")
        counter.ticket = ticket.number
        self.line(ticket).pop(ticket.number, None)
        ticket.state, ticket.counter, ticket.first = "called", body["counter"], False

    def on_ticket_recalled(self, event, body):
        self.count_call(event, body)
        self.current(event, body, ("called", "serving"))

    def on_service_started(self, event, body):
        self.end(event, body, ("called",), "serving", leaves=False)

    def on_ticket_completed(self, event, body):
        self.end(event, body, ("called", "serving"), "completed")
        if body.get("then") and body["ticket"] in self.tickets:
            self.goes_on(event, self.tickets[body["ticket"]], body["then"])

    def goes_on(self, event, ticket, service):
        ticket.service, ticket.state = service, "waiting"
        ticket.place = (max(event.at_ms, self.latest_place(service)), ticket.number)
        self.line(ticket)[ticket.number] = ticket

    def on_ticket_skipped(self, event, body):
        self.end(event, body, ("called",), "no-show")

    def on_ticket_cancelled(self, event, body):
        ticket = self.known(event, body)
        if ticket and ticket.state != "waiting":
            self.found("wrong-state", f"event {event.seq} cancels {ticket.number}, which is {ticket.state}")
        if ticket:
            ticket.state = "cancelled"
            self.line(ticket).pop(ticket.number, None)

    def on_ticket_reinstated(self, event, body):
        ticket = self.known(event, body)
        if not ticket:
            return
        if ticket.state != "no-show":
            self.found("wrong-state", f"event {event.seq} reinstates {ticket.number}, which is {ticket.state}")
        at_the_end = max(event.at_ms, self.latest_place(ticket.service)) + 1
        ticket.place = (at_the_end if body["position"] == "last" else ticket.arrived, ticket.number)
        ticket.first = body["position"] == "first"
        ticket.state = "waiting"
        self.line(ticket)[ticket.number] = ticket

    # --- what these have in common

    def known(self, event, body):
        ticket = self.tickets.get(body["ticket"])
        if not ticket:
            self.found("wrong-state", f"event {event.seq} ({event.kind}) is of {body['ticket']}, which was never issued")
        return ticket

    def current(self, event, body, states):
        ticket = self.known(event, body)
        if ticket and (ticket.counter != body["counter"] or ticket.state not in states):
            self.found("wrong-state", f"event {event.seq} ({event.kind}) is of {ticket.number} at counter "
                       f"{body['counter']}, but it is {ticket.state} {ticket.counter}")
        return ticket

    def end(self, event, body, states, state, leaves=True):
        ticket = self.current(event, body, states)
        if not ticket:
            return
        ticket.state = state
        if leaves:
            ticket.counter = ""
            self.counter(body["counter"]).ticket = ""

    def count_call(self, event, body):
        if body["call"] != self.call + 1:
            self.found("call-number", f"event {event.seq} has call number {body['call']} after {self.call}")
        self.call = body["call"]

    def line(self, ticket):
        return self.lines.setdefault(ticket.service, {})

    def latest_place(self, service):
        return max((t.place[0] for t in self.lines.get(service, {}).values() if not t.first), default=0)

    def check_order(self, event, body, ticket):
        """A rule takes the head of a line: of those put first, or of one class of one service."""
        rule = body["why"]["rule"]
        if rule == "chosen" or ticket.state != "waiting":
            return
        line = [t for t in self.line(ticket).values()
                if t.first == ticket.first and (ticket.first or t.ticket_class == ticket.ticket_class)]
        head = min(line, key=lambda t: t.place)
        longest = min(line, key=lambda t: (t.arrived, t.number))
        if ticket is not head and not (rule == "overdue" and ticket is longest):
            self.found("order", f"event {event.seq} calls {ticket.number} by the rule {rule} while {head.number} is before it")
