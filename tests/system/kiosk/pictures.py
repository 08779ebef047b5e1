"""The pictures of the kiosk in docs/screens, from a real one: PANGGIL_BIN=build/release/bin /usr/bin/python3 -B tests/system/kiosk/pictures.py"""

import json
import subprocess
import time
from pathlib import Path

from lobby import Lobby, settle
from paper_sink import OUT_OF_PAPER

SCREENS = Path(__file__).parents[3] / "docs" / "screens"
DOCUMENTS = """documents:
  cs:
    - {id: KTP elektronik asli dan satu fotokopi, en: "Identity card, and one copy of it"}
    - {id: Kartu keluarga, en: Family card}
    - {id: "Akta kelahiran, ijazah atau buku nikah", en: "Certificate of birth, school or marriage"}
number_stays: 120s
return_after: 120s
"""


class Large(Lobby):
    size = (1920, 1080)


class Upright(Lobby):
    size = (1080, 1920)


def fill(lobby):
    """Some people wait, and how long it takes is known."""
    for service, count in (("cs", 6), ("interview", 11), ("pickup", 2)):
        for _ in range(count):
            lobby.issue(service)


def with_estimates(lobby):
    """What queues say on a day with a past, which a new office does not have."""
    for service, band in (("cs", (600, 1200)), ("interview", (2100, 3000)), ("pickup", (0, 600))):
        topic = f"queue/{service}"
        queue = json.loads(lobby.heard(topic)[0])
        queue["estimate"] = {"low_s": band[0], "high_s": band[1]}
        subprocess.run(["mosquitto_pub", "-h", "127.0.0.1", "-p", str(lobby.port), "-q", "1", "-r", "-t", f"panggil/v1/cirebon/{topic}", "-m",
                        json.dumps(queue)], check=True)


def touch_with_estimate(lobby, across, down):
    """As on a day with a past, when the answer tells how long it will take: somebody else gives it, in the dispatcher's place."""
    service = ["mosquitto_sub", "-h", "127.0.0.1", "-p", str(lobby.port), "-C", "1", "-t", "panggil/v1/cirebon/cmd/kiosk-lobby/issue"]
    beat = lobby.heard("beat")[0]
    with subprocess.Popen(service, stdout=subprocess.PIPE, text=True) as listening:
        time.sleep(1)
        lobby.freeze_dispatcher()
        end = lobby.beats_again(beat)
        lobby.touch(across, down)
        command = json.loads(listening.communicate(timeout=10)[0])
        issued = {"ticket": "A007", "service": command["service"], "position": 7, "ahead": 6, "estimate": {"low_s": 600, "high_s": 1200},
                  "issued_at": json.loads(beat)["time"]}
        answer = {"id": command["id"], "action": "issue", "ok": True, "seq": json.loads(beat)["seq"] + 1, "result": issued}
        subprocess.run(["mosquitto_pub", "-h", "127.0.0.1", "-p", str(lobby.port), "-q", "1", "-t", "panggil/v1/cirebon/reply/kiosk-lobby", "-m",
                        json.dumps(answer)], check=True)
        lobby.wait_to_show("the number")
        end()
        lobby.thaw_dispatcher()


def take(lobby, name):
    settle()
    lobby.picture(SCREENS / f"kiosk-{name}.png")
    print(SCREENS / f"kiosk-{name}.png")


def main():
    with Large() as lobby:
        fill(lobby)
        lobby.start_kiosk(settings=lobby.with_printer(DOCUMENTS))
        with_estimates(lobby)
        lobby.wait_to_say("shows the start")
        take(lobby, "start")
        lobby.touch(0.9, 0.07)
        take(lobby, "english")
        lobby.touch(0.25, 0.92)
        take(lobby, "priority")
        lobby.touch(0.7, 0.07)
        lobby.touch(0.25, 0.92)
        touch_with_estimate(lobby, 0.25, 0.38)
        lobby.printer.wait_for(1).png(SCREENS / "ticket.png")
        take(lobby, "number")
        lobby.stop(lobby.dispatcher)
        lobby.touch(0.5, 0.92)
        lobby.wait_to_show("that it is offline")
        take(lobby, "offline")
    with Upright() as lobby:
        fill(lobby)
        lobby.printer.state = OUT_OF_PAPER
        lobby.start_kiosk(settings=lobby.with_printer(DOCUMENTS))
        with_estimates(lobby)
        lobby.ctl("notice", "Pembayaran hanya melalui bank atau kantor pos.", "--level", "warning")
        lobby.wait_to_show("the start", "Kertas tiket habis")
        take(lobby, "paper-out")
        touch_with_estimate(lobby, 0.5, 0.2)
        take(lobby, "number-not-printed")


if __name__ == "__main__":
    main()
