#include "common/base/log.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>

namespace panggil {
namespace {

/// `<4>` and the like, which journald takes off again and files the line under.
class SyslogPriority : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
    const std::string_view text = priority(message.level);
    out.append(text.data(), text.data() + text.size());
  }
  std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<SyslogPriority>(); }

 private:
  static std::string_view priority(spdlog::level::level_enum level) {
    if (level >= spdlog::level::err) return "<3>";
    if (level == spdlog::level::warn) return "<4>";
    return level == spdlog::level::info ? "<6>" : "<7>";
  }
};

}  // namespace

void set_up_log(std::string_view program, std::string_view level) {
  if (std::find(std::begin(kLogLevels), std::end(kLogLevels), level) == std::end(kLogLevels))
    throw std::invalid_argument("no log level \"" + std::string(level) + "\"");
  auto logger = spdlog::stderr_logger_mt(std::string(program));
  if (std::getenv("JOURNAL_STREAM") != nullptr) {
    auto formatter = std::make_unique<spdlog::pattern_formatter>();
    formatter->add_flag<SyslogPriority>('*').set_pattern("%*%v");
    logger->set_formatter(std::move(formatter));
  } else {
    logger->set_pattern("%Y-%m-%d %H:%M:%S.%e %n %l: %v");
  }
  logger->set_level(spdlog::level::from_str(std::string(level)));
  logger->flush_on(spdlog::level::trace);
  spdlog::set_default_logger(std::move(logger));
}

std::string for_log(std::string_view text) {
  constexpr std::size_t kMost = 80;
  std::string told(text.substr(0, kMost));
  std::replace_if(
      told.begin(), told.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return text.size() > kMost ? told + " and more" : told;
}

}  // namespace panggil
