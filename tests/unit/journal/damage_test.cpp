// A journal is damaged in some hundreds of ways. Whatever is done to it: no crash, and never silently wrong.
// Either it opens as it was, or it says that it is damaged, and then what it saved is part of the truth and
// no number is given twice.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/invariants.hpp"
#include "dispatcher/journal/event_row.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil::journal {
namespace {

namespace fs = std::filesystem;
using Random = std::mt19937;

constexpr int kTries = 80;
constexpr std::size_t kPage = 4096;
const ClientId kClient("desk-1");

/// What really happened.
struct Truth {
  std::map<core::Seq, core::State> states{{0, {}}};
  std::map<core::Seq, std::string> bodies;
  std::map<std::string, std::string> answers;
  core::State end;
};

void live(Truth& truth, Journal& journal, History& history, int actions) {
  for (int action = 0; action < actions; ++action) {
    core::State state = truth.end;
    const auto events = history.act();
    journal.begin();
    for (const auto& event : events) {
      journal.append(event);
      core::apply(state, event);
      truth.states[event.seq] = state;
      truth.bodies[event.seq] = to_row(event).body;
    }
    truth.end = state;
    const auto id = "c" + std::to_string(truth.answers.size());
    journal.remember(kClient, CommandId(id), history.day(), "answer to " + id);
    truth.answers[id] = "answer to " + id;
    journal.commit();
  }
}

/// A day in which the journal was closed once, so that some of it is in the database and some in the log.
Truth live_in(const fs::path& directory, const fs::path& copy) {
  Truth truth;
  History history(3);
  for (int run = 0; run < 2; ++run) {
    const auto opened = open_journal(request(directory));
    live(truth, *opened.journal, history, 90);
    opened.journal->save_snapshot(truth.end);
    live(truth, *opened.journal, history, 40);
    // What a kill would leave.
    if (run == 1) fs::copy(directory, copy);
  }
  return truth;
}

struct Harm {
  std::string name;
  std::string day;  ///< `closed`: all in the database; `killed`: the latest is in its log
  std::string file;
  void (*of)(std::string& bytes, Random& random);
};

std::size_t somewhere(const std::string& bytes, Random& random) {
  return std::uniform_int_distribution<std::size_t>(0, bytes.size() - 1)(random);
}

void flip_a_bit(std::string& bytes, Random& random) {
  char& byte = bytes[somewhere(bytes, random)];
  byte = static_cast<char>(byte ^ (1 << std::uniform_int_distribution<>(0, 7)(random)));
}

void overwrite_a_sector(std::string& bytes, Random& random) {
  const std::size_t from = somewhere(bytes, random) / 512 * 512;
  for (std::size_t at = from; at < std::min(from + 512, bytes.size()); ++at)
    bytes[at] = static_cast<char>(random());
}

void zero_a_page(std::string& bytes, Random& random) {
  const std::size_t from = somewhere(bytes, random) / kPage * kPage;
  for (std::size_t at = from; at < std::min(from + kPage, bytes.size()); ++at) bytes[at] = 0;
}

void cut_off(std::string& bytes, Random& random) {
  bytes.resize(somewhere(bytes, random));
}

constexpr auto kDatabase = "journal.db";
constexpr auto kLog = "journal.db-wal";

const std::vector<Harm> kHarms = {
    {"FlippedBits", "closed", kDatabase, flip_a_bit},
    {"OverwrittenSectors", "closed", kDatabase, overwrite_a_sector},
    {"ZeroedPages", "closed", kDatabase, zero_a_page},
    {"CutOff", "closed", kDatabase, cut_off},
    {"FlippedBitsUnderALog", "killed", kDatabase, flip_a_bit},
    {"OverwrittenSectorsUnderALog", "killed", kDatabase, overwrite_a_sector},
    {"CutOffUnderALog", "killed", kDatabase, cut_off},
    {"LogFlippedBits", "killed", kLog, flip_a_bit},
    {"LogOverwrittenSectors", "killed", kLog, overwrite_a_sector},
    {"LogCutOff", "killed", kLog, cut_off},
    {"MarkFlippedBits", "killed", "mark", flip_a_bit},
};

class DamagedJournal : public testing::TestWithParam<Harm> {
 protected:
  static void SetUpTestSuite() {
    keep_temporary_files_in_memory();
    whole_ = new test::TemporaryDirectory;
    truth_ = new Truth(live_in(whole_->path() / "closed", whole_->path() / "killed"));
    ASSERT_EQ(truth_->end.day, truth_->states.at(1).day) << "one day, so that every number stays taken";
  }
  static void TearDownTestSuite() {
    delete truth_;
    delete whole_;
  }

  static const Truth& truth() { return *truth_; }

  static void expect_whole_truth(Journal& journal) {
    EXPECT_EQ(journal.load(), truth().end);
    for (const auto& [id, text] : truth().answers) EXPECT_EQ(journal.answer(kClient, CommandId(id)), text);
  }

  /// \returns how many events are left; damage among the old ones may only be found now.
  static std::size_t expect_true_events(Journal& journal) {
    std::size_t count = 0;
    try {
      journal.replay(0, [&](const core::Event& event) {
        ++count;
        EXPECT_EQ(to_row(event).body, truth().bodies.at(event.seq)) << "event " << event.seq;
      });
    } catch (const std::exception&) {
      EXPECT_TRUE(journal.scrub(10'000).found) << "reading over the old events must find it as well";
    }
    return count;
  }

  static void expect_true_answers(Journal& journal) {
    for (const auto& [id, text] : truth().answers) {
      const auto answer = journal.answer(kClient, CommandId(id));
      EXPECT_EQ(answer.value_or(text), text);
    }
  }

  /// The state as it was after the event that the report names, and beyond every number given.
  static void expect_true_state(core::State state, const Damage& damage) {
    const auto& end = truth().end;
    EXPECT_EQ(core::violations(state), std::vector<std::string>{});
    EXPECT_GE(state.seq, end.seq);
    EXPECT_EQ(state.seq, damage.goes_on_after);
    EXPECT_GE(state.calls, end.calls);
    for (const auto& [prefix, number] : end.series) EXPECT_GE(state.series[prefix], number) << prefix;
    core::State expected = truth().states.at(damage.state_at);
    EXPECT_TRUE(damage.end_lost || expected == end);
    expected.seq = state.seq;
    expected.calls = state.calls;
    expected.series = state.series;
    expected.day = end.day;
    EXPECT_EQ(state, expected);
  }

  static void expect_honest_repair(Journal& journal, const Damage& damage) {
    expect_true_state(journal.load(), damage);
    expect_true_answers(journal);
    EXPECT_EQ(expect_true_events(journal), damage.events_kept);
  }

  /// A copy of the day, harmed.
  fs::path harmed(const test::TemporaryDirectory& directory, Random& random) const {
    const auto state = directory.path() / "state";
    fs::copy(whole_->path() / GetParam().day, state);
    auto bytes = contents(state / GetParam().file);
    EXPECT_FALSE(bytes.empty());
    GetParam().of(bytes, random);
    write_contents(state / GetParam().file, bytes);
    return state;
  }

 private:
  static inline test::TemporaryDirectory* whole_ = nullptr;
  static inline Truth* truth_ = nullptr;
};

TEST_P(DamagedJournal, IsOpenedAsItWasOrSaysWhatIsLost) {
  int repaired = 0;
  for (unsigned seed = 1; seed <= kTries && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const test::TemporaryDirectory directory;
    const auto state = harmed(directory, random);
    const auto bytes = contents(state / "journal.db");
    std::optional<Damage> damage;
    std::string epoch;
    try {
      auto opened = open_journal(request(state));
      damage = opened.damage;
      epoch = opened.journal->epoch();
      if (!damage) {
        expect_whole_truth(*opened.journal);
        expect_true_events(*opened.journal);
        continue;
      }
      expect_honest_repair(*opened.journal, *damage);
    } catch (const NewerJournal&) {
      // The version in the file's header was hit: refused, with nothing changed.
      EXPECT_TRUE(contents(state / "journal.db") == bytes) << "the file was changed";
      continue;
    }
    ++repaired;
    EXPECT_TRUE(damage->set_aside.empty() || contents(damage->set_aside) == bytes) << "evidence was changed";
    const auto again = open_journal(request(state));
    EXPECT_FALSE(again.damage) << to_text(*again.damage);
    EXPECT_EQ(again.journal->epoch(), epoch);
  }
  RecordProperty("repaired", repaired);
  std::cout << GetParam().name << ": " << repaired << " of " << kTries << " were repaired\n";
}

INSTANTIATE_TEST_SUITE_P(By, DamagedJournal, testing::ValuesIn(kHarms),
                         [](const auto& harm) { return harm.param.name; });

}  // namespace
}  // namespace panggil::journal
