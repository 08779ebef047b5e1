#include "kiosk/printing/ticket_layout.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/drawing/dejavu.hpp"
#include "tests/unit/kiosk/sample.hpp"

namespace panggil::kiosk {
namespace {

Paper paper(const std::string& language) {
  Place place;
  place.first_language = language;
  place.documents["cs"] = {
      {{"id", "KTP elektronik asli dan satu fotokopi pada kertas A4 yang tidak dipotong"},
       {"en", "Your identity card, and one copy of it on a sheet of A4 that is not cut"}}};
  auto model = sample::model(place);
  model.printer(PrinterState::kReady);
  EXPECT_TRUE(model.touch(sample::kCs, sample::at(0)));
  return *model.settled(sample::yes(sample::issued("Z9999", 148)), sample::at(100));
}

class ATicket : public ::testing::TestWithParam<std::tuple<unsigned, const char*>> {
 protected:
  TicketLayout made_ = ticket_layout(paper(std::get<1>(GetParam())), std::get<0>(GetParam()), true, type());
  static drawing::Typesetter type() { return drawing::dejavu(0.9F); }
};

TEST_P(ATicket, KeepsEverythingOnThePaper) {
  const auto typesetter = type();
  for (const auto& text : made_.texts) {
    EXPECT_LE(typesetter.measure(text.text, text.weight) * text.cap, text.slot.width + 0.5F) << text.text;
    EXPECT_GE(text.slot.x, 0);
    EXPECT_LE(text.slot.right(), made_.size.width + 0.5F);
    EXPECT_LE(text.slot.bottom(), made_.size.height + 0.5F);
  }
  EXPECT_LE(made_.code.bottom(), made_.size.height + 0.5F);
}

TEST_P(ATicket, HasTheNumberLargestAndNothingTooSmall) {
  constexpr float kDotsPerMm = 8;
  float largest = 0;
  for (const auto& text : made_.texts) {
    EXPECT_GE(text.cap / kDotsPerMm, 1.4F) << text.text;
    if (text.part != ticket_part::kNumber) largest = std::max(largest, text.cap);
  }
  const auto number = std::find_if(made_.texts.begin(), made_.texts.end(), [](const drawing::Text& text) {
    return text.part == ticket_part::kNumber;
  });
  ASSERT_NE(number, made_.texts.end());
  EXPECT_GE(number->cap, 2.5F * largest);
}

TEST_P(ATicket, LeavesTheCodeFree) {
  for (const auto& text : made_.texts) {
    const bool beside = text.slot.x >= made_.code.right() - 0.5F;
    const bool above = text.slot.bottom() <= made_.code.y + 0.5F;
    const bool below = text.slot.y >= made_.code.bottom() - 0.5F;
    EXPECT_TRUE(beside || above || below) << text.text;
  }
}

INSTANTIATE_TEST_SUITE_P(Papers, ATicket,
                         ::testing::Combine(::testing::Values(kDotsOf80, kDotsOf58),
                                            ::testing::Values("id", "en")));

}  // namespace
}  // namespace panggil::kiosk
