/// Ten calls at once in every sample office, as long as they really take.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "dispatcher/settings/office_file.hpp"
#include "display/sound/workshop.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/display/payloads.hpp"
#include "tests/unit/display_voice/hearing_hall.hpp"

namespace panggil::sound {
namespace {
using display::kMillisecond;
using display::kSecond;
using ::testing::ElementsAre;
using voice::AHall;
using voice::Language;
using voice::Numbers;

const protocol::LocalText kLongest = {{"id", "Loket Pembayaran 12"}, {"en", "Payment Counter 12"}};

struct Way {
  std::vector<Language> languages;
  Numbers numbers;
  int speed;
};

class TenCallsAtOnce : public ::testing::TestWithParam<Way> {
 protected:
  voice::Lengths lengths() {
    const auto length = [this](const Piece& piece) {
      auto known = lengths_.find(piece);
      if (known == lengths_.end()) {
        const auto clip = workshop_.make(piece);
        if (!clip) throw std::runtime_error(clip.error());
        known = lengths_.emplace(piece, clip->length).first;
      }
      return known->second;
    };
    return {length, length};
  }
  /// How long after they were made the last one has been said.
  Micros last_of_ten(const protocol::LocalText& label, Micros others_come) {
    AHall hall({.languages = GetParam().languages, .numbers = GetParam().numbers}, lengths());
    hall.wake_device_for(1500 * kMillisecond);
    for (std::uint64_t number = 1; number <= 10; ++number) {
      auto call = display::call(number, 0, "Z999" + std::to_string(number % 10), "1");
      call.label = label;
      hall.call_out(call);
      if (number == 1) hall.run_until(others_come);
    }
    hall.run_until(120 * kSecond);
    EXPECT_THAT(hall.proven_, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    for (std::uint64_t number = 2; number <= 10; ++number)
      EXPECT_GE(hall.shown_at_[number] - hall.shown_at_[number - 1], 4 * kSecond);
    for (std::size_t at = 1; at < hall.heard_.size(); ++at)
      EXPECT_GT(hall.heard_[at].at, hall.heard_[at - 1].until);
    return hall.heard_.back().until;
  }

 private:
  test::TemporaryDirectory directory_;
  Workshop workshop_{{{Language::kIndonesian, {{.name = "id", .speed = GetParam().speed}, nullptr}},
                      {Language::kEnglish, {{.name = "en-gb", .speed = GetParam().speed}, nullptr}}},
                     directory_.path()};
  std::map<Piece, Micros> lengths_;
};

TEST_P(TenCallsAtOnce, AreSaidWithin45SecondsAtTheLongestLabelOfEverySampleOffice) {
  std::vector<protocol::LocalText> labels = {kLongest};
  for (const auto& office : std::filesystem::directory_iterator(PANGGIL_OFFICES)) {
    if (!office.is_directory()) continue;
    for (const auto& counter : settings::load_office(office.path()).counters)
      if (counter.label.at("id").size() > std::string("Loket 10").size())
        labels.emplace_back(counter.label.begin(), counter.label.end());
  }
  EXPECT_GE(labels.size(), 3u);
  for (const auto& label : labels)
    for (const Micros others_come : {0 * kMillisecond, 300 * kMillisecond})
      EXPECT_LE(last_of_ten(label, others_come), 44 * kSecond)
          << label.at("id") << ", the others " << others_come << " us after the first";
}

INSTANTIATE_TEST_SUITE_P(Ways, TenCallsAtOnce,
                         ::testing::ValuesIn(std::vector<Way>{
                             {{Language::kIndonesian}, Numbers::kDigits, 160},
                             {{Language::kIndonesian}, Numbers::kWords, 160},
                             {{Language::kIndonesian, Language::kEnglish}, Numbers::kDigits, 160},
                             {{Language::kIndonesian, Language::kEnglish}, Numbers::kWords, 160},
                             {{Language::kEnglish, Language::kIndonesian}, Numbers::kWords, 160},
                             {{Language::kIndonesian}, Numbers::kWords, 80},
                         }),
                         [](const auto& way) {
                           return std::string(way.param.languages.front() == Language::kIndonesian ? "id"
                                                                                                   : "en") +
                                  (way.param.languages.size() > 1 ? "_and_other" : "") +
                                  (way.param.numbers == Numbers::kDigits ? "_digits_" : "_words_") +
                                  std::to_string(way.param.speed);
                         });

}  // namespace
}  // namespace panggil::sound
