"""What the tree must look like, as data. check.py reads the tree against it; docs/ARCHITECTURE.md says why."""

# Folders whose code is checked against LAYERS. Tests may look at anything.
CODE = ("common", "dispatcher", "display", "counter-client", "kiosk", "ctl", "simulate", "what_if")

# Which folder (or group of files) may include which. The most specific pattern that fits a file decides; within its own
# layer a file may include what it likes. `*` stands for anything, deeper folders too.
# What is pure of common/base: no clock, no log, no random source.
PURE_BASE = ("common/base/ids", "common/base/result", "common/base/time", "common/base/zone")
COMMON = ("common/base", "common/content", "common/drawing", "common/mqtt", "common/protocol", "common/runtime", "common/screen",
          "common/session", "common/settings", "common/statistics", "common/texts")
LAYERS = {
    "common/base/*": (),
    "common/protocol/*": ("common/base",),
    "common/runtime/*": ("common/base",),
    # Sets of pictures and videos, as they are told from each other.
    "common/content/*": ("common/base", "common/protocol"),
    # What days came to, from their events: pure.
    "common/statistics/*": PURE_BASE + ("common/protocol/message",),
    "common/mqtt/*": ("common/base", "common/runtime"),
    "common/settings/*": ("common/base", "common/mqtt", "common/texts"),
    "common/texts/*": ("common/base",),
    # What windows are made of.
    "common/drawing/*": ("common/base", "common/texts"),
    # A program's window: its settings, and its loop.
    "common/screen/*": ("common/base", "common/drawing", "common/runtime", "common/settings", "common/texts"),
    "common/session/*": ("common/base", "common/mqtt", "common/protocol", "common/runtime", "common/settings",
                         "common/texts"),
    # The queue: pure.
    "dispatcher/core/*": PURE_BASE,
    # How long people will wait: pure, and a thing of its own.
    "dispatcher/estimates/*": PURE_BASE,
    # What of the queue's events an estimate is made of: pure.
    "dispatcher/foresight/*": PURE_BASE + ("dispatcher/core", "dispatcher/estimates"),
    "dispatcher/journal/*": ("common/base", "common/texts", "dispatcher/core"),
    "dispatcher/hindsight*": ("common/base", "dispatcher/core", "dispatcher/foresight", "dispatcher/journal"),
    # The one place that knows both the wire and the core: pure as well.
    "dispatcher/gateway*": PURE_BASE + ("common/protocol", "common/texts", "dispatcher/core",
                                         "dispatcher/estimates/band"),
    "dispatcher/publisher*": ("common/base", "common/mqtt", "common/protocol", "dispatcher/core",
                              "dispatcher/estimates/band", "dispatcher/gateway"),
    "dispatcher/reload*": ("common/base", "common/texts", "dispatcher/core", "dispatcher/gateway"),
    "dispatcher/backups*": ("common/base", "common/texts", "dispatcher/journal"),
    "dispatcher/complaints*": ("common/base",),
    "dispatcher/engine*": ("common/base", "common/mqtt", "common/protocol", "common/texts",
                           "dispatcher/backups", "dispatcher/complaints", "dispatcher/core", "dispatcher/foresight", "dispatcher/gateway", "dispatcher/hindsight",
                           "dispatcher/journal", "dispatcher/publisher", "dispatcher/reload", "dispatcher/rivals"),
    "dispatcher/settings*": ("common/base", "common/settings", "common/texts", "dispatcher/core"),
    "dispatcher/*": COMMON + ("dispatcher",),
    # What is shown, and until when: pure.
    "display/model/*": PURE_BASE + ("common/protocol/message",),
    "display/view/plan_file*": ("common/settings/yaml_reader", "display/view"),
    "display/view/*": ("common/base", "common/drawing", "common/protocol/message", "common/texts", "display/model"),
    # Playlists, pictures and videos.
    "display/media/*": ("common/base", "common/drawing/card_picture", "common/drawing/pixels",
                        "common/protocol/message", "common/runtime", "common/settings/yaml_reader", "display/model"),
    # Sets of them that are fetched.
    "display/content/*": ("common/base", "common/content", "common/protocol", "common/runtime", "display/model/micros"),
    # What is said of a call, and when: pure.
    "display/voice/*": PURE_BASE + ("common/protocol/message", "display/model/label", "display/model/micros",
                                    "display/model/waiting_call"),
    # What makes sounds and plays them.
    "display/sound/*": ("common/base", "common/runtime", "common/settings", "display/model/micros", "display/voice"),
    "display/*": COMMON + ("display",),
    # What a press at a counter becomes: pure.
    "counter-client/model/*": PURE_BASE + ("common/protocol/message", "common/session/asks", "common/session/event_words",
                                            "common/session/link", "common/session/wording", "common/texts"),
    "counter-client/view/*": ("common/base", "common/drawing", "common/texts", "counter-client/model/acts", "counter-client/model/scene"),
    "counter-client/keypad/*": ("common/base", "common/runtime", "counter-client/model/acts"),
    "counter-client/*": COMMON + ("counter-client",),
    # A kiosk's visitor, and what becomes of a touch: pure.
    "kiosk/model/*": PURE_BASE + ("common/protocol/message", "common/session/asks", "common/session/link",
                                  "common/session/wording", "common/texts/times"),
    "kiosk/view/*": ("common/drawing", "kiosk/model"),
    "kiosk/printing/*": ("common/base", "common/drawing", "common/runtime/mailbox", "kiosk/model"),
    "kiosk/*": COMMON + ("kiosk",),
    "ctl/plan*": COMMON + ("ctl", "dispatcher/core", "dispatcher/settings", "simulate/habits_file", "what_if"),
    "ctl/devices/first_office*": COMMON + ("ctl", "dispatcher/settings"),
    "ctl/devices/office_ids*": COMMON + ("ctl", "dispatcher/settings"),
    "ctl/devices/add.cpp": COMMON + ("ctl",),
    "ctl/devices/init.cpp": COMMON + ("ctl",),
    "ctl/main.cpp": COMMON + ("ctl",),
    "ctl/*": COMMON,
    "simulate/*": COMMON,
    # What-if: the simulator's people against the dispatcher's core. Neither program sees it.
    "what_if/*": ("common/base", "common/protocol", "common/session", "common/statistics", "common/texts", "dispatcher/core",
                  "dispatcher/gateway", "simulate/habits_file", "simulate/model"),
}

# Headers that the build makes.
GENERATED = ("common/texts/built_in_texts.hpp", "display/view/built_in_plans.hpp")

# Third parties: the start of an <include> and the only files that may name it.
THIRD_PARTIES = {
    "nlohmann/": ("common/protocol/codec.cpp", "dispatcher/journal/*codec.cpp"),
    "mqtt/": ("common/mqtt/paho_*",),
    "MQTT": ("common/mqtt/paho_*",),
    "yaml-cpp/": ("common/settings/yaml_reader.cpp",),
    "SQLiteCpp/": ("dispatcher/journal/*",),
    "sqlite3.h": ("dispatcher/journal/*",),
    "SFML/": ("common/drawing/*",),
    "GL/": ("common/drawing/*",),
    "mpv/": ("display/media/video.cpp",),
    "AL/": ("display/sound/open_al.cpp",),
    "ebur128.h": ("display/sound/loudness.cpp",),
    "libevdev/": ("counter-client/keypad/pad.cpp",),
    "mosquitto.h": ("common/mqtt/mosquitto_*",),
    "mqtt_protocol.h": ("common/mqtt/mosquitto_*",),
    "curl/": ("display/content/http.cpp",),
    "openssl/": ("common/content/sha256.cpp", "common/mqtt/mosquitto_tls.cpp", "ctl/devices/certificates.cpp", "ctl/doctor/broker_probe.cpp"),
    "qrencode.h": ("kiosk/printing/bitmap.cpp",),
    "systemd/": ("common/runtime/service_notify.cpp",),
    "date/": ("common/base/zone.cpp",),
    "spdlog/": ("common/base/log.hpp", "common/base/log.cpp"),
    "tl/": ("common/base/result.hpp",),
    "CLI/": ("common/settings/machine.cpp", "common/settings/run_program.cpp", "*/main.cpp", "*/settings.cpp", "*/command_line.cpp"),
    "gtest/": (),
    "gmock/": (),
    "rapidcheck": (),
    "benchmark/": (),
}

# Pure folders see no clock, thread, file or chance, not even the standard library's.
PURE = ("common/statistics/*", "dispatcher/core/*", "dispatcher/estimates/*", "dispatcher/foresight/*", "dispatcher/gateway*", "display/model/*",
        "display/voice/*", "counter-client/model/*", "kiosk/model/*")
IMPURE_HEADERS = (
    "atomic", "barrier", "condition_variable", "ctime", "cstdio", "filesystem", "fstream", "future", "iostream", "latch",
    "mutex", "random", "semaphore", "shared_mutex", "stop_token", "thread", "time.h", "unistd.h", "sys/", "fcntl.h",
    "pthread.h",
)

# (pattern in code, without comments and strings; where it is allowed; what to say)
CODE_PATTERNS = (
    (r"\bsystem_clock::now\b", ("common/base/clock.cpp",), "the wall clock is read in common/base/clock.cpp only; take a Clock or a `now`"),
    (r"\b(Manager|Helper|Utils?|Utility)\b|\b\w*[a-z0-9](Manager|Helper|Utils?|Utility)(?![a-z])", (),
     "a name that says nothing: call it by what it does"),
    (r"\b[a-z_]*(manager|helper|utils?)\b(?=\s*[({=;:])", (), "a name that says nothing: call it by what it does"),
    (r"\bsprintf\s*\(|\bstrcpy\s*\(|\bgets\s*\(", (), "unbounded C string function"),
)
# The same, but only in pure folders.
PURE_PATTERNS = (
    (r"\b(steady|high_resolution|utc)_clock::now\b", "no clock here: take `now` as an argument"),
    (r"\bstd::(rand|thread|mutex|atomic)\b|\bgetenv\b", "no thread, chance or environment here"),
)

# In string literals of code: topics are made and read in one place.
TOPIC_LITERAL = r"panggil/v1|(^|/)(cmd|reply|board|queue|counter|call|event|device)/([+#{%]|$)"
TOPICS_ARE_MADE_IN = ("common/protocol/topics.cpp",)

BANNED_FILE_NAMES = r"(^|[_-])(manager|helpers?|utils?|misc|stuff)([_.-]|$)"

# Lines a file; more than that is more than one concept.
MOST_LINES = {".hpp": 250, ".cpp": 400, ".py": 400}

# A committed file knows nothing of the machine or workplace it was written on.
MACHINE_PATHS = r"(?<![\w./}-])/(work|root|Users|home/\w+)/|\.\./shared\b|(?<![\w/])shared/(design|background|data|tools)\b"
