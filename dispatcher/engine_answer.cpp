// How the engine answers a command: by the rules, from the journal, or with why not.
#include <fmt/format.h>

#include "common/base/log.hpp"
#include "common/protocol/codec.hpp"
#include "dispatcher/core/decide.hpp"
#include "dispatcher/engine.hpp"
#include "dispatcher/gateway/answers.hpp"
#include "dispatcher/gateway/history.hpp"
#include "dispatcher/gateway/intake.hpp"
#include "dispatcher/journal/errors.hpp"

namespace panggil {
namespace {

// Not the core's: they change nothing that the journal tells.
constexpr std::string_view kReload = "reload";
constexpr std::string_view kBackup = "backup";

/// These say nothing of the command itself: the same one may succeed a moment later. History, and how it is
/// with a backup, can be asked for anew at any time.
bool passing(const protocol::Answer& answer) {
  if (answer.action == gateway::kHistoryAction || answer.action == kBackup) return true;
  return answer.error && (answer.error->code == "busy" || answer.error->code == "internal");
}

core::Rejection why_failed(const Backups::Progress& backup) {
  if (!backup.room.empty()) return gateway::backup_failed("backup.no_room", backup.room);
  return gateway::backup_failed(backup.trouble);
}

}  // namespace

protocol::Answer Engine::answer(const protocol::CommandTopic& topic, const protocol::Command& message) {
  if (transport_.backlog() > kBusyBacklog) return refuse(gateway::busy(), message.id, topic.action);
  if (const auto stale = gateway::check_lease(message, run_.epoch, clock_.mono()))
    return refuse(*stale, message.id, topic.action);
  if (topic.action == kReload) return answer_reload(topic.client, message.id);
  if (topic.action == kBackup) return answer_backup(topic, message);
  if (topic.action == gateway::kHistoryAction) return past_events(topic, message);
  const auto command = gateway::read_command(office_, topic.client, topic.action, message);
  if (!command) {
    if (command.error().code == core::ErrorCode::kUnknownAction)
      complain(topic.client, fmt::format("{} asked for {}, and there is no such action", topic.client.text(),
                                         for_log(topic.action)));
    return refuse(command.error(), message.id, topic.action);
  }
  auto events = core::decide(office_, state_, *command, now_);
  if (!events) return refuse(events.error(), message.id, topic.action);
  happen(*events, topic.client.text());
  return gateway::accepted(office_, state_, *command, message.id, topic.action, *events, now_,
                           told_to_newcomer(*events));
}

std::optional<estimates::Band> Engine::told_to_newcomer(const std::vector<core::EventBody>& events) const {
  const auto* issued = events.empty() ? nullptr : std::get_if<core::TicketIssued>(&events.front());
  return issued != nullptr ? foresight_.told(issued->ticket) : std::nullopt;
}

protocol::Answer Engine::answer_reload(const ClientId& client, const std::string& id) {
  auto refused = gateway::check_supervisor(office_, client);
  if (!refused) refused = reload(client.text());
  if (refused) return refuse(*refused, id, std::string(kReload));
  return {id, std::string(kReload), state_.seq,
          protocol::ReloadResult{office_.services.size(), office_.counters.size()}, std::nullopt};
}

protocol::Answer Engine::answer_backup(const protocol::CommandTopic& topic,
                                       const protocol::Command& message) {
  if (const auto refused = gateway::check_supervisor(office_, topic.client))
    return refuse(*refused, message.id, topic.action);
  if (backups_ == nullptr) return refuse(gateway::backup_failed("backup.none", {}), message.id, topic.action);
  const auto progress = message.backup
                            ? backups_->find(*message.backup)
                            : std::optional(backups_->begin(topic.client.text() + " " + message.id, now_));
  if (!progress) return refuse(gateway::backup_failed("backup.unknown", {}), message.id, topic.action);
  if (progress->state == Backups::State::kFailed)
    return refuse(why_failed(*progress), message.id, topic.action);
  const auto* state = progress->state == Backups::State::kDone ? "done" : "running";
  return {message.id, topic.action, state_.seq,
          protocol::BackupResult{progress->name, state, progress->file.string(), progress->bytes,
                                 progress->bytes_left},
          std::nullopt};
}

protocol::Answer Engine::past_events(const protocol::CommandTopic& topic, const protocol::Command& message) {
  const auto question = gateway::read_history(office_, topic.client, message);
  if (!question) return refuse(question.error(), message.id, topic.action);
  if (pages_read_++ >= kPagesInATurn) return refuse(gateway::busy(), message.id, topic.action);
  try {
    const auto page = journal_.page({question->after, question->from, question->to, question->most});
    protocol::EventsResult result{to_text(*state_.day), {}, {}, page.next};
    for (const auto& range : page.lost) result.lost.push_back({range.from, range.to});
    return {message.id, topic.action, state_.seq,
            gateway::history_result(std::move(result), page.events, office_.zone), std::nullopt};
  } catch (const journal::JournalDamaged& damage) {
    // Only what was asked for: today's work does not need it.
    log::error("{}", damage.what());
    return refuse(gateway::internal_error(), message.id, topic.action);
  }
}

protocol::Answer Engine::refuse(const core::Rejection& rejection, std::optional<std::string> id,
                                const std::string& action) {
  return gateway::refused(rejection, std::move(id), action, state_.seq, office_, texts_);
}

void Engine::remember_and_reply(const ClientId& client, const protocol::Answer& answer) {
  std::string payload = protocol::encode(answer);
  if (answer.id && !passing(answer)) {
    write();
    journal_.remember(client, CommandId(*answer.id), *state_.day, payload);
  }
  told_.replies.emplace_back(client, std::move(payload));
}

}  // namespace panggil
