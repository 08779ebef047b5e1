#include "display/content/courier.hpp"

#include <poll.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "common/base/log.hpp"
#include "common/content/sha256.hpp"

namespace panggil::display {
namespace {

const char* state_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kComplete:
      return "complete";
    case Verdict::kRefused:
      return "refused";
    case Verdict::kStopped:
    case Verdict::kWaiting:
      break;
  }
  return "waiting";
}

}  // namespace

Courier::Courier(ContentSettings settings) : settings_(std::move(settings)) {
  if (settings_.folder.empty()) return;
  try {
    const Sets sets(settings_.folder);
    if (const auto now = sets.now(); !now.empty()) folder_ = sets.folder_of(now);
  } catch (const std::exception& error) {
    log::warn("content: {}", error.what());
  }
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

Courier::~Courier() {
  thread_.request_stop();
  wishes_.wake();
}

void Courier::want(const protocol::ContentAnnouncement& announcement, bool retained) {
  const bool same = wanted_ == announcement;
  if (same && retained && health_ && health_->state == "refused") return;
  if (same && health_ && health_->state == "fetching") return;
  wanted_ = announcement;
  const Wish wish{announcement.manifest.value_or(""), announcement.sha256.value_or("")};
  const bool none = wish.url.empty() && wish.sha256.empty();
  health_.reset();
  if (!none) health_ = protocol::ContentHealth{wish.sha256, "fetching", std::nullopt};
  if (!none && (!is_fetchable(wish.url) || !content::is_sha256(wish.sha256))) {
    health_ = protocol::ContentHealth{for_log(wish.sha256), "refused",
                                      "what was announced is no address and SHA-256"};
  } else if (settings_.folder.empty()) {
    if (!none) health_ = protocol::ContentHealth{wish.sha256, "refused", "there is no folder for it here"};
  } else {
    ++unread_;
    wishes_.post_always(wish);
    return;
  }
  if (health_) log::warn("content: refused: {}", *health_->detail);
}

bool Courier::turn() {
  bool changed = false;
  for (auto& news : news_.take(64)) {
    // What the thread says of an earlier wish no longer matters, but what it did does.
    const bool is_wanted = wanted_ && news.health && news.health->sha256 == wanted_->sha256;
    if (is_wanted) health_ = std::move(news.health);
    if (!news.folder || *news.folder == folder_) continue;
    folder_ = std::move(*news.folder);
    changed = true;
  }
  return changed;
}

void Courier::tell(const std::string& sha256, std::string state, std::string detail) {
  protocol::ContentHealth health{sha256, std::move(state), std::nullopt};
  if (!detail.empty()) health.detail = std::move(detail);
  news_.post_always({std::move(health), std::nullopt});
}

/// Of the thread, as all that follows.
std::optional<Courier::Wish> Courier::newest() {
  std::optional<Wish> wish;
  for (auto& one : wishes_.take(16)) {
    wish = std::move(one);
    --unread_;
  }
  return wish;
}

void Courier::work(const std::stop_token& stop) {
  Http http([&] { return stop.stop_requested() || unread_ > 0; });
  std::optional<Wish> wish;
  auto pause = settings_.first_retry;
  while (!stop.stop_requested()) {
    pollfd waiting{wishes_.fd(), POLLIN, 0};
    ::poll(&waiting, 1, wish ? static_cast<int>(pause.count()) : -1);
    if (stop.stop_requested()) return;
    if (auto next = newest()) {
      wish = std::move(next);
      pause = settings_.first_retry;
    } else if (wish) {
      pause = std::min(2 * pause, settings_.last_retry);
    }
    if (!wish) continue;
    try {
      Sets sets(settings_.folder);
      if (carry_out(*wish, sets, http)) wish.reset();
    } catch (const std::exception& error) {
      tell(wish->sha256, state_of(Verdict::kWaiting), error.what());
    }
  }
}

bool Courier::carry_out(const Wish& wish, Sets& sets, Http& http) {
  if (wish.sha256.empty()) {
    sets.play_none();
    news_.post_always({std::nullopt, std::filesystem::path()});
    return true;
  }
  Fetch fetch(sets, http, settings_.most_bytes,
              [&](const std::string& how_far) { tell(wish.sha256, "fetching", how_far); });
  const auto outcome = fetch.run(wish.url, wish.sha256);
  if (outcome.verdict == Verdict::kStopped) return true;
  if (outcome.verdict == Verdict::kComplete) {
    log::info("content: {} is complete and is played", wish.sha256.substr(0, 12));
    news_.post_always({std::nullopt, sets.folder_of(wish.sha256)});
  } else {
    log::warn("content: {}: {}", state_of(outcome.verdict), outcome.what);
  }
  tell(wish.sha256, state_of(outcome.verdict), outcome.what);
  return outcome.verdict != Verdict::kWaiting;
}

}  // namespace panggil::display
