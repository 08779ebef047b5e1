#include "kiosk/model/model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/kiosk/sample.hpp"

namespace panggil::kiosk {
namespace {
using sample::at;
using session::LinkState;
using ::testing::HasSubstr;

class AKiosk : public ::testing::Test {
 protected:
  AKiosk() { model_.printer(PrinterState::kReady); }
  Page page() const { return model_.scene().page; }
  /// As far as the number on the screen, at 100 ms.
  std::optional<Paper> take_a_number() {
    EXPECT_TRUE(model_.touch(sample::kCs, at(0)));
    return model_.settled(sample::yes(), at(100));
  }

  Model model_ = sample::model({.return_after = Millis(20000), .number_stays = Millis(15000)});
};

TEST_F(AKiosk, OffersTheServicesWithWhoWaits) {
  const auto tiles = model_.scene().tiles;
  ASSERT_EQ(tiles.size(), 3U);
  EXPECT_EQ(tiles[0].name, "Layanan cs");
  EXPECT_EQ(tiles[0].detail, "4 orang menunggu");
  EXPECT_TRUE(tiles[0].possible);
}

TEST_F(AKiosk, ShowsTheEstimateAsItIs) {
  auto queue = sample::queue("cs", 4);
  queue.estimate = protocol::Estimate{600, 1200};
  model_.take(queue);
  EXPECT_EQ(model_.scene().tiles[0].detail, "4 orang menunggu · sekitar 10–20 menit");
}

TEST_F(AKiosk, SaysWhenAClosedServiceOpensAndGivesNoNumberForIt) {
  EXPECT_FALSE(model_.scene().tiles[2].possible);
  EXPECT_EQ(model_.scene().tiles[2].detail, "Tutup · buka Sabtu pukul 08.00");
  EXPECT_FALSE(model_.touch({Touch::What::kService, "emergency"}, at(0)));
  EXPECT_EQ(page(), Page::kStart);
}

TEST_F(AKiosk, SaysWhyThereIsNoNumber) {
  for (const auto& [state, words] : std::map<std::string, std::string>{{"full", "Tiket hari ini habis"},
                                                                       {"suspended", "Dihentikan sementara"},
                                                                       {"ending", "sudah berakhir"}}) {
    auto queue = sample::queue("cs", 4);
    queue.seq = 2;
    queue.state = state;
    model_.take(queue);
    EXPECT_THAT(model_.scene().tiles[0].detail, HasSubstr(words));
    EXPECT_FALSE(model_.scene().tiles[0].possible);
  }
}

TEST_F(AKiosk, OffersOnlyWhatItIsSetUpFor) {
  const auto model = sample::model({.services = {"pickup", "cs"}});
  const auto tiles = model.scene().tiles;
  ASSERT_EQ(tiles.size(), 2U);
  EXPECT_EQ(tiles[0].service, "pickup");
}

TEST_F(AKiosk, ShowsATouchAtOnceAndAsksForOneTicket) {
  const auto command = model_.touch(sample::kCs, at(0));
  ASSERT_TRUE(command);
  EXPECT_EQ(command->service, "cs");
  EXPECT_FALSE(command->ticket_class);
  EXPECT_EQ(page(), Page::kAsking);
  EXPECT_TRUE(model_.scene().tiles[0].touched);
}

TEST_F(AKiosk, AsksOnceHoweverOftenItIsTouched) {
  ASSERT_TRUE(model_.touch(sample::kCs, at(0)));
  EXPECT_FALSE(model_.touch(sample::kCs, at(80)));
  EXPECT_FALSE(model_.touch({Touch::What::kService, "pickup"}, at(90)));
  model_.settled(sample::yes(), at(100));
  EXPECT_FALSE(model_.touch(sample::kCs, at(150)));
  EXPECT_FALSE(model_.touch(sample::kDone, at(160))) << "the second half of a double touch";
  EXPECT_EQ(page(), Page::kNumber);
}

TEST_F(AKiosk, ShowsTheNumberWithWhatItsHolderWantsToKnow) {
  const auto paper = take_a_number();
  const auto number = model_.scene().number;
  EXPECT_EQ(page(), Page::kNumber);
  EXPECT_EQ(number.ticket, "A017");
  EXPECT_EQ(number.ahead, "3 orang di depan Anda");
  EXPECT_EQ(number.estimate, "Perkiraan menunggu 10–20 menit");
  EXPECT_EQ(number.where, "Silakan menunggu di Ruang tunggu.");
  ASSERT_TRUE(paper);
  EXPECT_EQ(paper->code, "cirebon 2026-11-23 A017");
  EXPECT_EQ(paper->date, "Senin, 23 November 2026");
  EXPECT_EQ(paper->time, "pukul 08.30");
}

TEST_F(AKiosk, ReturnsToTheStartByItselfAfterANumber) {
  take_a_number();
  model_.advance(at(15000));
  EXPECT_EQ(page(), Page::kNumber);
  EXPECT_EQ(model_.deadline(), at(15100));
  model_.advance(at(15100));
  EXPECT_EQ(page(), Page::kStart);
  EXPECT_EQ(model_.scene().number, Number{});
}

TEST_F(AKiosk, StartsAnewWhenAVisitorIsDone) {
  take_a_number();
  model_.touch(sample::kDone, at(1000));
  EXPECT_EQ(page(), Page::kStart);
  EXPECT_FALSE(model_.touch(sample::kCs, at(1100))) << "where the button was there is a service now";
  EXPECT_TRUE(model_.touch(sample::kCs, at(1700)));
}

TEST_F(AKiosk, SendsTheClassAndNothingElseOfWhoAsksForPriority) {
  model_.touch(sample::kPriority, at(0));
  EXPECT_TRUE(model_.scene().priority->chosen);
  const auto command = model_.touch(sample::kCs, at(700));
  ASSERT_TRUE(command);
  EXPECT_EQ(command->ticket_class, "priority");
  EXPECT_FALSE(command->reason);
}

TEST_F(AKiosk, ForgetsAWishForPriorityWithItsVisitor) {
  model_.touch(sample::kPriority, at(0));
  model_.advance(at(20000));
  EXPECT_FALSE(model_.scene().priority->chosen);
}

TEST_F(AKiosk, HasNoPriorityWhereTheOfficeMakesNoDifference) {
  auto office = sample::office();
  office.seq = 2;
  office.classes = {"regular"};
  model_.take(office);
  EXPECT_FALSE(model_.scene().priority);
}

TEST_F(AKiosk, SpeaksAnotherLanguageUntilTheVisitorIsGone) {
  model_.touch(sample::kEnglish, at(0));
  EXPECT_EQ(model_.scene().tiles[0].detail, "4 waiting");
  EXPECT_EQ(model_.scene().office, "Cirebon Immigration Office");
  model_.advance(at(19999));
  EXPECT_EQ(model_.scene().tiles[0].detail, "4 waiting");
  model_.advance(at(20000));
  EXPECT_EQ(model_.scene().tiles[0].detail, "4 orang menunggu");
}

TEST_F(AKiosk, SaysARefusalInTheVisitorsLanguageAndGoesBack) {
  model_.touch(sample::kEnglish, at(0));
  ASSERT_TRUE(model_.touch(sample::kCs, at(700)));
  EXPECT_FALSE(model_.settled(sample::no("quota_full"), at(800)));
  EXPECT_EQ(page(), Page::kRefused);
  EXPECT_THAT(model_.scene().message.detail, HasSubstr("All tickets of today"));
  model_.advance(at(800) + Model::kRefusalStays);
  EXPECT_EQ(page(), Page::kStart);
}

TEST_F(AKiosk, AsksForAnotherTouchWhereTheFirstCameTooLate) {
  ASSERT_TRUE(model_.touch(sample::kCs, at(0)));
  model_.settled(sample::no("stale"), at(100));
  EXPECT_THAT(model_.scene().message.detail, HasSubstr("sentuh sekali lagi"));
}

TEST_F(AKiosk, TellsAnUnknownOutcomeAsUnknownAndTakesNoOtherTouch) {
  ASSERT_TRUE(model_.touch(sample::kCs, at(0)));
  model_.settled(sample::unknown(), at(8000));
  EXPECT_EQ(page(), Page::kUnsure);
  EXPECT_TRUE(model_.unsure());
  EXPECT_FALSE(model_.touch(sample::kCs, at(9000)));
  EXPECT_FALSE(model_.touch(sample::kDone, at(9000)));
}

TEST_F(AKiosk, ShowsTheTruthAboutAnUnknownOutcomeWhenItComes) {
  ASSERT_TRUE(model_.touch(sample::kCs, at(0)));
  model_.settled(sample::unknown(), at(8000));
  EXPECT_TRUE(model_.settled(sample::yes(), at(20000)));
  EXPECT_EQ(model_.scene().number.ticket, "A017");
}

TEST_F(AKiosk, PrintsNothingForSomebodyWhoIsLongGone) {
  ASSERT_TRUE(model_.touch(sample::kCs, at(0)));
  model_.settled(sample::unknown(), at(8000));
  EXPECT_FALSE(model_.settled(sample::yes(), at(0) + Model::kSomebodyWaits + Millis(1)));
  EXPECT_EQ(page(), Page::kStart);
}

TEST_F(AKiosk, GivesUpAnOutcomeThatNobodyWillEverTell) {
  ASSERT_TRUE(model_.touch(sample::kCs, at(0)));
  model_.settled(sample::unknown(), at(8000));
  model_.advance(at(8000) + Model::kWorthAsking);
  EXPECT_EQ(page(), Page::kStart);
}

TEST_F(AKiosk, TakesUpTheTouchOfAnEarlierRun) {
  protocol::Command command;
  command.service = "cs";
  Model model({});
  model.resume(command, Millis(10000), at(0));
  EXPECT_EQ(model.scene().page, Page::kUnsure);
  EXPECT_FALSE(model.touch(sample::kCs, at(1000)));
  model.printer(PrinterState::kReady);
  EXPECT_TRUE(model.settled(sample::yes(), at(1000))) << "even before the office is known";
  EXPECT_EQ(model.scene().number.ticket, "A017");
}

TEST_F(AKiosk, IsOfflineWithoutTheDispatcherAndTakesNoTouchThatWouldFireLater) {
  for (const auto state : {LinkState::kNoBroker, LinkState::kSilent, LinkState::kOffline}) {
    model_.link(state);
    EXPECT_EQ(page(), Page::kOffline);
    EXPECT_EQ(model_.scene().message.title, "Silakan minta nomor kepada petugas");
    EXPECT_FALSE(model_.touch(sample::kCs, at(0)));
  }
  model_.link(LinkState::kUp);
  EXPECT_EQ(page(), Page::kStart);
}

TEST_F(AKiosk, KeepsANumberOnTheScreenWhenTheLinkGoes) {
  take_a_number();
  model_.link(LinkState::kNoBroker);
  EXPECT_EQ(page(), Page::kNumber);
}

TEST_F(AKiosk, SaysWhatIsWrongWithThePrinterBeforeATouch) {
  EXPECT_EQ(model_.scene().printer, "");
  for (const auto state : {PrinterState::kPaperOut, PrinterState::kCoverOpen, PrinterState::kGone}) {
    model_.printer(state);
    EXPECT_THAT(model_.scene().printer, HasSubstr("catat atau foto"));
  }
  model_.printer(PrinterState::kPaperLow);
  EXPECT_THAT(model_.scene().printer, HasSubstr("hampir habis"));
}

TEST_F(AKiosk, LetsANumberStandTwiceAsLongWhereItIsNotOnPaper) {
  model_.printer(PrinterState::kPaperOut);
  EXPECT_FALSE(take_a_number());
  EXPECT_TRUE(model_.scene().number.note_it);
  EXPECT_EQ(model_.deadline(), at(30100));
}

TEST_F(AKiosk, SaysThatATicketHasNotComeOut) {
  ASSERT_TRUE(take_a_number());
  model_.printed(false, at(5000));
  EXPECT_TRUE(model_.scene().number.note_it);
  EXPECT_THAT(model_.scene().number.paper, HasSubstr("tidak tercetak"));
  EXPECT_EQ(model_.deadline(), at(35000));
}

TEST_F(AKiosk, ShowsTheMostUrgentNotice) {
  protocol::Board board;
  board.area = "hall";
  board.notices = {{"n1", "info", {{"id", "Biasa"}}, {}}, {"n2", "emergency", {{"id", "Darurat"}}, {}}};
  model_.take(board);
  EXPECT_EQ(model_.scene().notice, (Notice{"Darurat", true}));
}

TEST_F(AKiosk, PutsDocumentsOnThePaperInTheVisitorsLanguage) {
  Place place;
  place.documents["cs"] = {{{"id", "KTP asli"}, {"en", "Identity card"}}};
  place.closing = {{"id", "Terima kasih"}};
  auto model = sample::model(place);
  model.printer(PrinterState::kReady);
  model.touch(sample::kEnglish, at(0));
  ASSERT_TRUE(model.touch(sample::kCs, at(700)));
  const auto paper = model.settled(sample::yes(), at(800));
  ASSERT_TRUE(paper);
  EXPECT_EQ(paper->documents, std::vector<std::string>{"Identity card"});
  EXPECT_EQ(paper->closing, "Keep this ticket until you are finished here.");
}

}  // namespace
}  // namespace panggil::kiosk
