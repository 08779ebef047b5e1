/// Every counter of every sample office, as it is said; a new label needs a line here.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "dispatcher/settings/office_file.hpp"
#include "display/voice/grammar.hpp"

namespace panggil::voice {
namespace {
const std::map<std::string, std::string> kSaid = {
    {"Loket 1", "silakan menuju loket satu"},
    {"Loket 2", "silakan menuju loket dua"},
    {"Loket 3", "silakan menuju loket tiga"},
    {"Loket 4", "silakan menuju loket empat"},
    {"Loket 5", "silakan menuju loket lima"},
    {"Loket 6", "silakan menuju loket enam"},
    {"Loket 7", "silakan menuju loket tujuh"},
    {"Loket 8", "silakan menuju loket delapan"},
    {"Loket 9", "silakan menuju loket sembilan"},
    {"Loket 10", "silakan menuju loket sepuluh"},
    {"Loket Pengambilan 7", "silakan menuju loket pengambilan tujuh"},
    {"Meja Pengaduan", "silakan menuju meja pengaduan"},
    {"Counter 1", "please go to counter one"},
    {"Counter 2", "please go to counter two"},
    {"Counter 3", "please go to counter three"},
    {"Counter 4", "please go to counter four"},
    {"Counter 5", "please go to counter five"},
    {"Counter 6", "please go to counter six"},
    {"Counter 7", "please go to counter seven"},
    {"Counter 8", "please go to counter eight"},
    {"Counter 9", "please go to counter nine"},
    {"Counter 10", "please go to counter ten"},
    {"Pickup Counter 7", "please go to pickup counter seven"},
    {"Complaints Desk", "please go to the complaints desk"},
};

class EverySampleOffice : public ::testing::TestWithParam<std::string> {};

TEST_P(EverySampleOffice, HasItsCountersSaidRightInEachOfItsLanguages) {
  const auto office = settings::load_office(std::filesystem::path(PANGGIL_OFFICES) / GetParam());
  ASSERT_FALSE(office.counters.empty());
  for (const auto& counter : office.counters)
    for (const auto& [code, label] : counter.label) {
      const auto said = kSaid.find(label);
      ASSERT_NE(said, kSaid.end()) << label << " is new; write here how it is to be said";
      EXPECT_EQ(to_text(counter_phrase(label, Form::kFull, *language(code))), said->second);
    }
}

std::vector<std::string> offices() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(PANGGIL_OFFICES))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Offices, EverySampleOffice, ::testing::ValuesIn(offices()),
                         [](const auto& office) { return office.param; });

}  // namespace
}  // namespace panggil::voice
