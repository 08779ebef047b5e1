// What is really on the screen: pictures of a display on a virtual screen, measured.
#include <fstream>
#include <thread>

#include "display/view/layout.hpp"
#include "tests/system/display/hall.hpp"
#include "tests/system/display/pixels.hpp"

namespace panggil::display {
namespace {
using namespace std::chrono_literals;

// On a picture of 1920 by 1080.
constexpr Rect kTicket{60, 230, 1080, 310};
constexpr Rect kCounter{60, 710, 1080, 330};
constexpr Rect kCaption{60, 40, 900, 100};
constexpr Rect kList{1195, 30, 670, 500};
constexpr Rect kServices{1195, 800, 670, 240};

class APicture : public Hall {
 protected:
  /// Starts a display that takes a picture, and lets `happen` happen meanwhile; beats come until the picture
  /// is there.
  sf::Image picture_of(const std::function<void()>& happen, const std::vector<std::string>& arguments = {}) {
    auto all = arguments;
    all.insert(all.end(), {"--screenshot", picture_file(), "--after", "4"});
    start_display(all);
    await_display();
    beat();
    happen();
    for (int half = 0; half < 40 && !display_->wait(0ms); ++half) beat_for(500ms);
    EXPECT_EQ(display_->wait(0ms), 0) << log();
    return picture();
  }
};

TEST_F(APicture, ShowsTicketAndCounterOfALiveCallLargeAndWithContrast) {
  open_office();
  const auto image = picture_of([&] { call("E174", "7"); });
  ASSERT_EQ(image.getSize(), sf::Vector2u(1920, 1080));
  const auto ticket = ink_box(image, kTicket, drawing::colour(Ink::kWhite));
  const auto counter = ink_box(image, kCounter, drawing::colour(Ink::kYellow));
  EXPECT_GE(ticket.height, kLeastLiveCap);  // E, 1, 7 and 4 are exactly as high as capital letters
  EXPECT_NEAR(ticket.height, counter.height, 2);
  EXPECT_GE(measured_contrast(image, ticket), 7);
  EXPECT_GE(measured_contrast(image, counter.inset(-100, 0)), 7);
  RecordProperty("ticket_cap_px", static_cast<int>(ticket.height));
}

TEST_F(APicture, ListsWhatWasCalledBeforeAndHowManyWait) {
  open_office();
  const auto image = picture_of([&] {
    for (const auto* ticket : {"E171", "E172", "E173", "E174"}) call(ticket, "7");
  });
  // The first is live; the three others stand in the list at once.
  const auto tickets = ink_box(image, kList.left(480), drawing::colour(Ink::kWhite));
  EXPECT_GT(count(image, kList.top(130), drawing::colour(Ink::kWhite)), 5000u);
  EXPECT_GT(tickets.height, 3 * kRecentCap);
  EXPECT_GT(count(image, kServices.right_of(480), drawing::colour(Ink::kWhite)), 500u);
}

TEST_F(APicture, SaysHowOldItsDataIsOnceBeatsStop) {
  open_office();
  start_display({"--screenshot", picture_file(), "--after", "6"});
  await_display();
  beat();
  call("E174", "7");
  EXPECT_EQ(display_->wait(20s), 0) << log();
  const auto image = picture();
  EXPECT_GT(count(image, kCaption, drawing::shade(Fill::kBadge).top), 20000u);
  EXPECT_GT(count(image, kTicket, drawing::colour(Ink::kWhite)), 20000u) << "the call stays";
}

TEST_F(APicture, HasNoBadgeWhileBeatsCome) {
  open_office();
  EXPECT_EQ(count(picture_of([&] { call("E174", "7"); }), kCaption, drawing::shade(Fill::kBadge).top), 0u);
}

TEST_F(APicture, OfATelevisionOnItsSideIsUpright) {
  open_office();
  const auto image = picture_of([&] { call("E174", "7"); }, {"--rotate", "90"});
  ASSERT_EQ(image.getSize(), sf::Vector2u(1080, 1920));
  const auto ticket = ink_box(image, {40, 240, 1000, 360}, drawing::colour(Ink::kWhite));
  EXPECT_GE(ticket.height, kLeastLiveCap);
  EXPECT_GT(ticket.width, 2 * ticket.height);
}

TEST_F(APicture, IsTheSameWhicheverWayTheTelevisionHangs) {
  open_office();
  const auto upside_up = picture_of([&] { call("E174", "7"); });
  call("E174", "7");
  const auto upside_down = picture_of([&] { call("E174", "7"); }, {"--rotate", "180"});
  const auto one = ink_box(upside_up, kTicket, drawing::colour(Ink::kWhite));
  const auto other = ink_box(upside_down, kTicket, drawing::colour(Ink::kWhite));
  EXPECT_NEAR(one.x, other.x, 2);
  EXPECT_NEAR(one.height, other.height, 2);
}

TEST_F(APicture, OfTheExamplesOfTheProtocolShowsTheirCall) {
  const auto example = [](const std::string& name) {
    std::ifstream file(PANGGIL_GOLDEN "/" + name + ".json");
    std::string text(std::istreambuf_iterator<char>(file), {});
    EXPECT_FALSE(text.empty()) << name;
    return text;
  };
  const std::string root = "panggil/v1/cirebon/";
  client_->publish(root + "office", example("office"), 1, true);
  client_->subscribe(root + "device/#");
  start_display({"--screenshot", picture_file(), "--after", "4"}, "cirebon");
  await_display();
  client_->publish(root + "beat", example("beat"), 0);
  client_->publish(root + "call/hall", example("call"));
  client_->publish(root + "board/hall", example("board"), 1, true);
  EXPECT_EQ(display_->wait(20s), 0) << log();
  EXPECT_EQ(log().find("cannot be read"), std::string::npos) << log();
  const auto image = picture();
  EXPECT_GE(ink_box(image, kTicket, drawing::colour(Ink::kWhite)).height, kLeastLiveCap);
  EXPECT_GE(ink_box(image, kCounter, drawing::colour(Ink::kYellow)).height, kLeastLiveCap);
}

TEST_F(APicture, WithoutAnybodyThereIsNotBlankEither) {
  broker_.stop();
  start_display({"--screenshot", picture_file(), "--after", "1"});
  EXPECT_EQ(display_->wait(20s), 0) << log();
  EXPECT_GT(count(picture(), {60, 30, 1080, 1000}, drawing::colour(Ink::kWhite)), 5000u);
}

TEST_F(APicture, ThatCannotBeWrittenIsSaid) {
  start_display({"--screenshot", "/nowhere/hall.png", "--after", "0"});
  EXPECT_EQ(display_->wait(20s), 2);
  EXPECT_NE(log().find("/nowhere/hall.png"), std::string::npos) << log();
}

}  // namespace
}  // namespace panggil::display
