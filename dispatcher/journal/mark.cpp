#include "dispatcher/journal/mark.hpp"

#include <fcntl.h>
#include <fmt/compile.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <sstream>
#include <system_error>
#include <utility>

#include "common/base/zone.hpp"
#include "dispatcher/journal/checksum.hpp"

namespace panggil::journal {
namespace {

constexpr ::off_t kCopySize = 4096;
constexpr std::size_t kUsualSize = 512;
constexpr std::string_view kFirstWord = "panggil-mark-1";

// One line: the first word, epoch, boot, seq, chain, day or `-`, calls, series as `A=17`, and the checksum of
// all before it.
std::string encode(const Mark& mark) {
  // For every commit: into one piece of memory.
  std::string line;
  line.reserve(kUsualSize);
  const auto end = std::back_inserter(line);
  fmt::format_to(end, FMT_COMPILE("{} {} {} {} {} {} {}"), kFirstWord, mark.epoch, mark.boot, mark.seq,
                 mark.chain, mark.day ? to_text(*mark.day) : "-", mark.calls);
  for (const auto& [prefix, number] : mark.series) fmt::format_to(end, FMT_COMPILE(" {}={}"), prefix, number);
  const auto checksum = Checksum().add(line).value();
  fmt::format_to(end, FMT_COMPILE(" {}\n"), checksum);
  return line;
}

std::optional<std::string> checked_line(const std::string& text) {
  const auto end = text.find('\n');
  const auto last = end == std::string::npos ? end : text.rfind(' ', end);
  if (last == std::string::npos) return std::nullopt;
  const std::string line = text.substr(0, last);
  if (text.substr(last + 1, end - last - 1) != fmt::format("{}", Checksum().add(line).value()))
    return std::nullopt;
  return line;
}

std::optional<Mark> decode(const std::string& text) {
  const auto line = checked_line(text);
  if (!line) return std::nullopt;
  std::istringstream in(*line);
  Mark mark;
  std::string word;
  std::string day;
  if (!(in >> word >> mark.epoch >> mark.boot >> mark.seq >> mark.chain >> day >> mark.calls) ||
      word != kFirstWord) {
    return std::nullopt;
  }
  mark.day = parse_day(day);
  while (in >> word) {
    const auto equals = word.find('=');
    if (equals != std::string::npos) mark.series[word.substr(0, equals)] = std::stoi(word.substr(equals + 1));
  }
  return mark;
}

std::optional<Mark> read_copy(int file, ::off_t offset) {
  std::array<char, kCopySize> bytes{};
  const auto size = ::pread(file, bytes.data(), bytes.size(), offset);
  if (size <= 0) return std::nullopt;
  return decode(std::string(bytes.data(), static_cast<std::size_t>(size)));
}

}  // namespace

Mark numbers_of(const core::State& state) {
  return {.epoch = {}, .seq = state.seq, .day = state.day, .calls = state.calls, .series = state.series};
}

void note(Mark& mark, const core::Event& event) {
  mark.seq = event.seq;
  if (const auto* started = std::get_if<core::DayStarted>(&event.body)) {
    mark.day = started->day;
    mark.series.clear();
  } else if (const auto* issued = std::get_if<core::TicketIssued>(&event.body)) {
    mark.series[issued->prefix] = issued->number;
  } else if (const auto* called = std::get_if<core::TicketCalled>(&event.body)) {
    mark.calls = called->call;
  } else if (const auto* recalled = std::get_if<core::TicketRecalled>(&event.body)) {
    mark.calls = recalled->call;
  }
}

void note(Mark& mark, const Mark& other) {
  mark.boot = std::max(mark.boot, other.boot);
  mark.seq = std::max(mark.seq, other.seq);
  mark.calls = std::max(mark.calls, other.calls);
  if (other.day > mark.day) {
    mark.day = other.day;
    mark.series = other.series;
  } else if (other.day == mark.day) {
    for (const auto& [prefix, number] : other.series) {
      int& last = mark.series[prefix];
      last = std::max(last, number);
    }
  }
}

MarkFile::MarkFile(const std::filesystem::path& path)
    : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {
  if (file_ < 0) throw std::system_error(errno, std::generic_category(), path.string() + " cannot be opened");
}

MarkFile::~MarkFile() {
  if (file_ >= 0) ::close(file_);
}

MarkFile::MarkFile(MarkFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), second_(other.second_) {}

std::optional<Mark> MarkFile::read() const {
  const auto first = read_copy(file_, 0);
  const auto second = read_copy(file_, kCopySize);
  if (!first || !second) return first ? first : second;
  return first->seq > second->seq ? first : second;
}

void MarkFile::write(const Mark& mark) {
  std::string line = encode(mark);
  // An office would need some three hundred ticket series for this; it then keeps the mark without them.
  if (line.size() > static_cast<std::size_t>(kCopySize)) {
    Mark shorter = mark;
    shorter.series.clear();
    line = encode(shorter);
  }
  const auto written = ::pwrite(file_, line.data(), line.size(), second_ ? kCopySize : 0);
  if (written != static_cast<::ssize_t>(line.size())) {
    throw std::system_error(written < 0 ? errno : ENOSPC, std::generic_category(),
                            "the journal's mark cannot be written");
  }
  second_ = !second_;
}

}  // namespace panggil::journal
