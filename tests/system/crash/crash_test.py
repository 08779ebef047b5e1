#!/usr/bin/env python3
"""Kills the dispatcher and the broker at random moments while clients press, then has check_history judge what is left.

    crash_test.py --dispatcher PROGRAM --simulate PROGRAM [--dispatcher-kills 100] [--broker-kills 20] [--seed N]"""

import argparse
import random
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "support"))

import check_history  # noqa: E402
from processes import Rig  # noqa: E402
from resender import Resender  # noqa: E402

SITE = "crash"
SERVICES = ("cs", "interview", "pickup")
COUNTERS, KIOSKS, OUTSTANDING = 8, 6, 10
# A test of kills under load is none if little was going on.
FEWEST_YES_A_KILL = 10


class Crash:
    def __init__(self, rig, arguments):
        self.rig, self.arguments = rig, arguments
        self.random = random.Random(arguments.seed)
        self.state = rig.folder / "state"
        self.broker = rig.start_broker()
        self.dispatcher = self.start_dispatcher()

    def start_dispatcher(self):
        return self.rig.start("dispatcher.log", self.arguments.dispatcher, "--office", HERE / "office", "--state", self.state,
                              "--broker", self.rig.uri, "--log-level", "warning")

    def start_load(self):
        return self.rig.start("load.log", self.arguments.simulate, "--load", "--every-action", "--broker", self.rig.uri,
                              "--site", SITE, "--counters", COUNTERS, "--kiosks", KIOSKS, "--outstanding", OUTSTANDING,
                              "--seconds", 100_000, "--seed", self.arguments.seed, "--log", self.rig.folder / "load.history")

    def kill_dispatcher(self):
        # Now and then while it is still starting.
        time.sleep(self.random.choice((self.random.uniform(0, 0.15), self.random.uniform(0.15, 1.5))))
        if self.dispatcher.poll() is not None:
            raise RuntimeError(f"the dispatcher ended by itself, with {self.dispatcher.returncode}")
        self.rig.kill(self.dispatcher)
        self.dispatcher = self.start_dispatcher()

    def kill_broker(self):
        time.sleep(self.random.uniform(0, 1))
        self.rig.kill(self.broker)
        time.sleep(self.random.uniform(0, 0.5))
        self.broker = self.rig.start_broker()
        time.sleep(self.random.uniform(0.5, 3))  # until everybody is back, or not quite

    def run(self):
        deeds = [self.kill_dispatcher] * self.arguments.dispatcher_kills + [self.kill_broker] * self.arguments.broker_kills
        self.random.shuffle(deeds)
        load = self.start_load()
        resender = Resender(self.rig.port, SITE, "kiosk-again", SERVICES, self.rig.folder / "again.history",
                            self.arguments.seed)
        try:
            time.sleep(1.5)
            for deed in deeds:
                deed()
                if load.poll() is not None:
                    raise RuntimeError(f"the load ended by itself, with {load.returncode}")
            time.sleep(3)  # everybody comes to an end
        finally:
            resender.stop()
        code = self.rig.stop(load)
        if code not in (0, 3):  # 3: an outcome is unknown, which may be
            raise RuntimeError(f"the load ended with {code}")
        code = self.rig.stop(self.dispatcher)
        if code != 0:
            raise RuntimeError(f"the dispatcher ended with {code}")


def verdict(rig, arguments):
    """Prints it; the exit code."""
    found, looked_at = check_history.check(rig.folder / "state" / "journal.db",
                                           [rig.folder / "load.history", rig.folder / "again.history"])
    print("\n".join(found.lines + [looked_at.sentence()]))
    print("  ".join(f"{kind}: {found.counts[kind]}" for kind in check_history.KINDS))
    kills = arguments.dispatcher_kills + arguments.broker_kills
    if looked_at.yes < FEWEST_YES_A_KILL * kills or looked_at.resent == 0:
        print("too little was going on for this to mean anything")
        return 1
    return 1 if found.counts else 0


def print_logs(rig):
    for name in ("dispatcher.log", "load.log", "broker.log"):
        text = (rig.folder / name).read_text(encoding="utf-8") if (rig.folder / name).exists() else ""
        print(f"--- {name}", *text.splitlines()[-20:], sep="\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dispatcher", required=True)
    parser.add_argument("--simulate", required=True)
    parser.add_argument("--dispatcher-kills", type=int, default=12)
    parser.add_argument("--broker-kills", type=int, default=3)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--keep", action="store_true", help="leave the folder with journal and logs")
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}: {arguments.dispatcher_kills} kills of the dispatcher, {arguments.broker_kills} of the broker",
          flush=True)
    with Rig("crash") as rig:
        rig.keep = arguments.keep
        start = time.monotonic()
        try:
            Crash(rig, arguments).run()
            code = verdict(rig, arguments)
        except (RuntimeError, TimeoutError) as trouble:
            print(trouble)
            code = 1
        print(f"{time.monotonic() - start:.0f} s" + (f", in {rig.folder}" if rig.keep else ""))
        if code:
            print_logs(rig)
        return code


if __name__ == "__main__":
    sys.exit(main())
