#include "ctl/backup.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <stdexcept>
#include <thread>

#include "common/settings/system_words.hpp"
#include "common/texts/spoken.hpp"
#include "ctl/is_there.hpp"
#include "ctl/office_session.hpp"

namespace panggil::ctl {
namespace {

namespace fs = std::filesystem;

constexpr Millis kBetweenQuestions{200};

/// The end of the last question: that the copy is complete, or why not.
session::ErrandEnd ask_until_complete(session::Session& session, EventLoop& loop, const Clock& clock) {
  protocol::Command question;
  for (;;) {
    auto end = session::run_errand(session, loop, clock, {"backup", question, std::nullopt});
    const auto* done = std::get_if<session::Done>(&end.outcome);
    if (done == nullptr) return end;
    const auto& result = std::get<protocol::BackupResult>(*done->answer.result);
    if (result.state != "running") return end;
    question.backup = result.backup;
    std::this_thread::sleep_for(kBetweenQuestions);
  }
}

/// Where it goes: into a directory under its own name.
fs::path destination(const std::string& output, const fs::path& backup) {
  std::error_code unseen;
  return fs::is_directory(output, unseen) ? fs::path(output) / backup.filename() : fs::path(output);
}

/// Whole or not at all, and for its owner alone.
void take_to(const fs::path& file, const fs::path& backup) {
  const fs::path partial = fs::path(file) += ".partial";
  const auto mask = ::umask(0077);
  std::error_code error;
  fs::copy_file(backup, partial, fs::copy_options::overwrite_existing, error);
  ::umask(mask);
  if (!error) fs::rename(partial, file, error);
  if (!error) return;
  std::error_code ignored;
  fs::remove(partial, ignored);
  throw std::system_error(error);
}

/// With where it was taken, or why it was not.
session::Ending taken(session::Ending ending, const std::string& output, const fs::path& backup,
                      const session::Wording& wording) {
  const auto file = destination(output, backup);
  try {
    take_to(file, backup);
    ending.output += "\n" + wording.text("ctl.backup_taken", {{"file", file.string()}});
  } catch (const std::system_error& error) {
    ending.code = settings::kRefused;
    ending.complaint =
        wording.text("ctl.backup_not_taken", {{"file", file.string()},
                                              {"backup", backup.string()},
                                              {"why", settings::system_words(error.code().value())}});
  }
  return ending;
}

std::string in_words(const protocol::Answer& answer, const session::Wording& wording) {
  const auto& result = std::get<protocol::BackupResult>(*answer.result);
  return wording.text("ctl.backup_made",
                      {{"file", result.file}, {"size", fmt::format("{}", (result.bytes + 1023) / 1024)}});
}

int backup(session::Session& session, EventLoop& loop, const Clock& clock, const Settings& settings,
           const CommandLine& line) {
  const auto end = ask_until_complete(session, loop, clock);
  const session::Wording wording(settings.machine.language, end.office);
  auto ending = session::ending(end, wording, line.json, in_words);
  if (const auto* done = std::get_if<session::Done>(&end.outcome); done != nullptr && !line.output.empty())
    ending = taken(std::move(ending), line.output,
                   std::get<protocol::BackupResult>(*done->answer.result).file, wording);
  return session::print(ending, "panggil-ctl");
}

}  // namespace

int run_backup(const Settings& settings, const CommandLine& line) {
  // A stick that is not there is no name for a file.
  const fs::path output = line.output;
  if (!output.empty() && !is_there(output) && output.extension() != ".db")
    throw std::invalid_argument(spoken_text("ctl.backup_nowhere", {{"directory", line.output}}));
  return in_session(settings, [&](session::Session& session, EventLoop& loop, const Clock& clock) {
    return backup(session, loop, clock, settings, line);
  });
}

}  // namespace panggil::ctl
