"""What a running program costs, and how figures are told."""

import os
import re
from pathlib import Path


def used_s(pid):
    """Of a processor, since it was started."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mib(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="utf-8")).group(1)) / 1024


def times(log, pattern):
    """Microseconds, wherever the log says them like this."""
    return [int(micros) for micros in re.findall(pattern, log)]


def told(name, micros):
    micros = sorted(micros)
    if micros:
        p50, p99 = micros[len(micros) // 2], micros[min(len(micros) - 1, len(micros) * 99 // 100)]
        print(f"{name}: p50 {p50 / 1000:.1f} ms, p99 {p99 / 1000:.1f} ms, most {micros[-1] / 1000:.1f} ms, of {len(micros)}")
