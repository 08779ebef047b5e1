#!/usr/bin/env python3
"""Every refusal in the client's own language, whatever that of the office is: the whole sentence, not what its code says."""

import json
import re
import shutil
import unittest

from trial_office import BIN, SITE, SOURCE, TrialOffice, wait_until

TEXT = re.compile(r'^([a-z0-9_.]+): (".*")$', re.MULTILINE)


class OfficeOf(TrialOffice):
    """Whose languages are these, the first one its own; and a client that speaks `client`."""

    def __init__(self, languages, client):
        super().__init__()
        self.way += ("--language", client)
        self.client = client
        self.texts = {key: json.loads(text) for key, text in TEXT.findall((SOURCE / "config" / "texts" / f"{client}.yaml").read_text("utf-8"))}
        folder = self.folder / "office"
        shutil.copytree(SOURCE / "config" / "offices" / SITE, folder)
        self.file = folder / "office.yaml"
        self.change(r"languages: \[id, en\]", f"languages: [{', '.join(languages)}]")
        self.change(r"(prefix: C\n)", r"\1    quota: 1\n")

    def change(self, old, new):
        text, count = re.subn(old, new, self.file.read_text("utf-8"))
        assert count == 1, (old, count)
        self.file.write_text(text, "utf-8")

    def start_dispatcher(self, broker=None):
        self.dispatcher = self.start("dispatcher.log", BIN / "panggil-dispatcher", "--office", self.file.parent, "--state",
                                     self.folder / "state", "--broker", broker or self.uri, "--clock", "2026-11-23T08:30:00+07:00")
        wait_until(lambda: self.ctl("status").code == 0, "the dispatcher")

    def name(self, service):
        names = {"cs": ("Layanan pelanggan", "Customer service"), "interview": ("Wawancara dan foto", "Interview and photograph"),
                 "pickup": ("Pengambilan paspor", "Passport pickup"), "emergency": ("Layanan darurat", "Emergency service")}
        return names[service][self.client == "en"]


class Refusals(unittest.TestCase):
    def refused(self, ended, key, **facts):
        sentence = self.office.texts[key].format(**facts)
        self.assertEqual((ended.code, ended.out), (1, ""), ended)
        self.assertIn(f": {sentence}", ended.err)

    def done(self, ended):
        self.assertEqual(ended.code, 0, ended)

    def says_who_may_do_what_where(self):
        office = self.office
        self.refused(office.counter(99, "next"), "refused.unknown_counter", counter=99)
        self.refused(office.counter(1, "--name", "display-hall-1", "next"), "refused.forbidden", client="display-hall-1")
        self.refused(office.counter(1, "--name", "visitor", "next"), "refused.forbidden.no_role", client="visitor")
        self.refused(office.counter(1, "--name", "counter-2", "next"), "refused.not_at_counter", client="counter-2", counter=1)
        self.refused(office.counter(1, "open", "--officer", "x" * 65), "refused.bad_request",
                     what=office.texts["field.long"].format(field="officer", most=64))

    def says_why_there_is_no_ticket(self):
        office = self.office
        self.refused(office.kiosk("issue", "css"), "refused.unknown_service", service="css")
        self.refused(office.kiosk("issue", "cs", "--class", "vip"), "refused.unknown_class",
                     **{"class": "vip", "classes": "regular, priority"})
        self.refused(office.kiosk("issue", "emergency"), "refused.service_closed.until", service=office.name("emergency"),
                     opens_at={"en": "Saturday 28 November at 08:00", "id": "Sabtu 28 November pukul 08.00"}[office.client])
        self.done(office.kiosk("issue", "pickup"))
        self.refused(office.kiosk("issue", "pickup"), "refused.quota_full", service=office.name("pickup"), quota=1)
        self.done(office.ctl("suspend-service", "cs"))
        self.refused(office.kiosk("issue", "cs"), "refused.service_suspended", service=office.name("cs"))
        self.done(office.ctl("restore-service", "cs"))

    def says_how_the_counter_is(self):
        office = self.office
        self.refused(office.counter(1, "next"), "refused.counter_closed", counter=1)
        self.done(office.counter(1, "pause"))
        self.refused(office.counter(1, "next"), "refused.counter_paused", counter=1)
        self.done(office.counter(1, "open"))
        self.refused(office.counter(1, "recall"), "refused.no_current_ticket", counter=1)
        self.refused(office.counter(2, "undo"), "refused.nothing_to_undo", counter=2)

    def says_how_the_ticket_is(self):
        office = self.office
        self.assertEqual((office.issue("cs"), office.issue("cs"), office.issue("interview")), ("A001", "A002", "B001"))
        self.refused(office.counter(1, "call", "A099"), "refused.unknown_ticket", ticket="A099")
        self.refused(office.counter(1, "call", "B001"), "refused.not_taken_here", counter=1, ticket="B001", service=office.name("interview"))
        self.refused(office.counter(1, "reinstate", "A001"), "refused.is_waiting", ticket="A001")
        self.done(office.counter(1, "next"))
        self.refused(office.counter(1, "cancel", "A001"), "refused.is_called", ticket="A001", counter=1)
        self.refused(office.counter(1, "pause"), "refused.has_current_ticket", ticket="A001", counter=1)
        self.refused(office.counter(1, "transfer", "--to", "2"), "refused.transfer_closed", counter=2)
        self.refused(office.counter(1, "--expect", "none", "next"), "refused.conflict_unexpected", counter=1, ticket="A001")
        self.refused(office.counter(1, "--expect", "A007", "next"), "refused.conflict", counter=1, ticket="A001", expected="A007")
        self.done(office.counter(1, "start"))
        self.refused(office.counter(1, "skip"), "refused.is_serving", ticket="A001", counter=1)
        self.done(office.counter(1, "hold"))
        self.refused(office.counter(1, "--expect", "A001", "next"), "refused.conflict_none", counter=1, expected="A001")
        self.refused(office.counter(1, "reinstate", "A001"), "refused.is_held", ticket="A001")
        self.done(office.counter(1, "call", "A001"))
        self.done(office.counter(1, "skip", "--no-next"))
        self.refused(office.counter(1, "cancel", "A001"), "refused.is_no_show", ticket="A001")

    def says_that_a_ticket_is_over_before_what_the_counter_takes(self):
        office = self.office
        self.done(office.counter(3, "cancel", "B001"))
        self.refused(office.counter(1, "call", "B001"), "refused.is_cancelled", ticket="B001")
        self.done(office.counter(1, "call", "A001"))
        self.done(office.counter(1, "complete", "--final"))
        self.refused(office.counter(1, "call", "A001"), "refused.is_completed", ticket="A001")

    def says_what_is_wrong_with_a_notice_or_a_file(self):
        office = self.office
        self.refused(office.ctl("notice", "Slow", "--area", "cellar"), "refused.unknown_area", area="cellar")
        self.refused(office.ctl("notice", "Slow", "--until", "2026-11-23T08:00:00+07:00"), "refused.notice_over")
        self.refused(office.ctl("clear-notice", "n99"), "refused.unknown_notice", notice="n99")
        self.done(office.counter(1, "next"))
        lost = self.reload_with((r"  - \{id: 1, areas.*\n", ""), (r"counters: \[1, 2\]", "counters: [2]"))
        self.refused(lost, "refused.counter_in_use", counter=1, ticket="A002")
        wrong = self.reload_with((r"\Z", "contuers: []\n"))
        self.assertIn(office.texts["refused.bad_office"].split("{")[0], wrong.err)
        self.assertIn(office.texts["fault.unknown_key"].split("{")[0], wrong.err)

    def reload_with(self, *changes):
        """With these in the office's file, which is as before afterwards."""
        before = self.office.file.read_text("utf-8")
        for old, new in changes:
            self.office.change(old, new)
        ended = self.office.ctl("reload")
        self.office.file.write_text(before, "utf-8")
        return ended

    def all_of_them(self, languages, client):
        with OfficeOf(languages, client) as self.office:
            self.says_who_may_do_what_where()
            self.says_why_there_is_no_ticket()
            self.says_how_the_counter_is()
            self.says_how_the_ticket_is()
            self.says_that_a_ticket_is_over_before_what_the_counter_takes()
            self.says_what_is_wrong_with_a_notice_or_a_file()

    def test_an_english_client_of_an_indonesian_office(self):
        self.all_of_them(("id", "en"), "en")

    def test_an_indonesian_client_of_an_english_office(self):
        self.all_of_them(("en", "id"), "id")

    def test_what_other_clients_read_stays_the_offices_own(self):
        with OfficeOf(("id", "en"), "en") as self.office:
            self.refused(self.office.counter(1, "next"), "refused.counter_closed", counter=1)
            answer = json.loads(self.office.counter(1, "--json", "next").out)
            self.assertEqual(sorted(answer["error"]["text"]), ["en", "id"])
            self.assertEqual(answer["error"]["message"], answer["error"]["text"]["id"])

    def test_an_undo_says_what_it_took_back(self):
        with OfficeOf(("id", "en"), "en") as self.office:
            for _ in range(2):
                self.office.issue("cs")
            for action in ("open", "next", "next"):
                self.done(self.office.counter(1, action))
            undone = self.office.counter(1, "undo")
            self.assertIn("Taken back: the call of A002, the completion of A001.", undone.out)
            told = self.office.ctl("events", "--kind", "action-undone")
            self.assertIn("Counter 1 takes back the call of A002, the completion of A001: A001 called, A002 waiting", told.out)
            self.done(self.office.counter(2, "open"))
            self.assertIn("Taken back: the opening of the counter.", self.office.counter(2, "undo").out)


if __name__ == "__main__":
    unittest.main(verbosity=2)
