#include "kiosk/printing/escpos.hpp"

#include <gtest/gtest.h>

#include "kiosk/printing/cups_port.hpp"

namespace panggil::kiosk {
namespace {
using namespace std::string_literals;

TEST(Escpos, SendsAPictureRowByRowEightDotsAByte) {
  Bitmap bitmap(10, 2);
  bitmap.blacken(0, 0);
  bitmap.blacken(9, 1);
  EXPECT_EQ(escpos::picture(bitmap), "\x1dv0\0\x02\0\x02\0"s + "\x80\0\0\x40"s);
}

TEST(Escpos, SendsALongPictureInBands) {
  const auto data = escpos::picture(Bitmap(8, 300));
  EXPECT_EQ(data.size(), 3 * 8 + 300U);
  EXPECT_EQ(data.substr(0, 8), "\x1dv0\0\x01\0\x80\0"s);
  EXPECT_EQ(data.substr(2 * (8 + 128), 8), "\x1dv0\0\x01\0\x2c\0"s);
}

TEST(Escpos, StoresACodeWithItsLength) {
  const auto data = escpos::qr("A017");
  EXPECT_NE(data.find("\x1d(k\x07\0"s + "1P0A017"), std::string::npos);
  EXPECT_NE(data.find("\x1d(k\x03\0"s + "1Q0"), std::string::npos);
}

TEST(Escpos, UnderstandsWhatAPrinterSaysOfItself) {
  using escpos::state_of;
  EXPECT_EQ(state_of({}), PrinterState::kReady);
  EXPECT_EQ(state_of({0x12, 0x12, 0x12}), PrinterState::kReady);
  EXPECT_EQ(state_of({0x12, 0x12, 0x1e}), PrinterState::kPaperLow);
  EXPECT_EQ(state_of({0x1a, 0x32, 0x72}), PrinterState::kPaperOut);
  EXPECT_EQ(state_of({0x1a, 0x16, 0x12}), PrinterState::kCoverOpen);
  EXPECT_EQ(state_of({0x1a, 0x52, 0x12}), PrinterState::kFailed);
  EXPECT_EQ(state_of({0x1a, {}, {}}), PrinterState::kFailed);
}

TEST(Escpos, KnowsAReplyFromOtherBytes) {
  EXPECT_TRUE(escpos::is_reply(0x12));
  EXPECT_TRUE(escpos::is_reply(0x7e));
  EXPECT_FALSE(escpos::is_reply(0x00));
  EXPECT_FALSE(escpos::is_reply(0x91));
}

TEST(Cups, SaysHowAQueueIs) {
  EXPECT_EQ(state_told_by("printer t is idle.  enabled since Mon\n\tAlerts: none"), PrinterState::kReady);
  EXPECT_EQ(state_told_by("printer t is idle.\n\tAlerts: media-empty-error"), PrinterState::kPaperOut);
  EXPECT_EQ(state_told_by("printer t is idle.\n\tAlerts: media-low-warning"), PrinterState::kPaperLow);
  EXPECT_EQ(state_told_by("printer t disabled since Mon -\n\tPaused"), PrinterState::kFailed);
  EXPECT_EQ(state_told_by("printer t is idle.\n\tAlerts: offline-report"), PrinterState::kGone);
}

TEST(Cups, FindsAJobInWhatIsSaidOfAll) {
  EXPECT_EQ(job_told_by("request id is tickets-12 (0 file(s))\n"), "tickets-12");
  EXPECT_EQ(job_told_by(""), "");
  const std::string_view all =
      "tickets-1   root   1024   Sun Nov 22\n\tStatus: \n\tAlerts: job-canceled-by-user\n\tqueued for "
      "tickets\n"
      "tickets-12  root   1024   Sun Nov 22\n\tAlerts: none\n";
  EXPECT_NE(told_of("tickets-1", all).find("canceled"), std::string_view::npos);
  EXPECT_EQ(told_of("tickets-12", all).find("canceled"), std::string_view::npos);
  EXPECT_NE(told_of("tickets-12", all), "");
  EXPECT_EQ(told_of("tickets-2", all), "");
  EXPECT_EQ(told_of("tickets-2", ""), "");
}

}  // namespace
}  // namespace panggil::kiosk
