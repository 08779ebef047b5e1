// Notices and suspended services: what a supervisor tells the whole office.
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

class NoticesTest : public Hall {
 protected:
  PostNotice notice(std::optional<WallTime> until = std::nullopt) const {
    return {std::nullopt, NoticeLevel::kWarning, {{"en", "The system is slow"}}, until};
  }
};

TEST_F(NoticesTest, StandUntilTheyAreCleared) {
  EXPECT_EQ(does(supervisor(), notice()), "posted n1 in every area");
  EXPECT_EQ(does(supervisor(), notice()), "posted n2 in every area");
  now = monday(32h);
  EXPECT_EQ(does(supervisor(), ClearNotice{NoticeId("n1")}), "cleared n1");
  ASSERT_EQ(state.notices.size(), 1u);
  EXPECT_EQ(does(supervisor(), ClearNotice{NoticeId("n1")}), "no: bad_request");
  EXPECT_EQ(does(supervisor(), notice()), "posted n3 in every area");
}

TEST_F(NoticesTest, EndByThemselves) {
  does(supervisor(), notice(now + 10min));
  EXPECT_EQ(next_due(office, state, now), now + 10min);
  EXPECT_EQ(narrate(Result<std::vector<EventBody>, Rejection>(due(office, state, now + 10min - 1ms))),
            "nothing");
  EXPECT_EQ(narrate(Result<std::vector<EventBody>, Rejection>(due(office, state, now + 10min))),
            "cleared n1");
}

TEST_F(NoticesTest, AreForAnAreaOfTheOffice) {
  auto here = notice();
  here.area = AreaId("hall");
  EXPECT_EQ(does(supervisor(), here), "posted n1 in hall");
  here.area = AreaId("roof");
  EXPECT_EQ(does(supervisor(), here), "no: bad_request");
}

TEST_F(NoticesTest, HaveATextInEachLanguage) {
  office.languages = {"id", "en"};
  auto plain = notice();
  plain.text = {{"", "Keluar!"}};
  does(supervisor(), plain);
  EXPECT_EQ(state.notices.back().text, (LocalText{{"id", "Keluar!"}, {"en", "Keluar!"}}));
  does(supervisor(), notice());
  EXPECT_EQ(state.notices.back().text.at("id"), "The system is slow");
  plain.text = {{"fr", "Sortez !"}};
  EXPECT_EQ(does(supervisor(), plain), "no: bad_request");
}

TEST_F(NoticesTest, AreRefusedWhenOverAlreadyOrTooMany) {
  EXPECT_EQ(does(supervisor(), notice(now)), "no: bad_request");
  for (int i = 0; i < 12; ++i) does(supervisor(), notice());
  EXPECT_EQ(does(supervisor(), notice()), "no: bad_request");
}

class SuspensionTest : public Hall {
 protected:
  SuspendService suspend{ServiceId("cs")};
  RestoreService restore{ServiceId("cs")};
};

TEST_F(SuspensionTest, GivesOutNoTicketsUntilItIsRestored) {
  issued("cs");
  EXPECT_EQ(does(supervisor(), suspend), "suspended cs");
  EXPECT_EQ(does(supervisor(), suspend), "nothing");
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: service_suspended");
  EXPECT_EQ(issued("interview"), "B001");
  now = monday(32h);
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: service_suspended");
  EXPECT_EQ(does(supervisor(), restore), "restored cs");
  EXPECT_EQ(does(supervisor(), restore), "nothing");
  EXPECT_EQ(issued("cs"), "A001");
}

TEST_F(SuspensionTest, LeavesThoseWhoWaitToBeServed) {
  at("1", Open{});
  issued("cs");
  does(supervisor(), suspend);
  at("1", Next{});
  EXPECT_EQ(current("1"), "A001");
}

TEST_F(SuspensionTest, IsForServicesOfTheOffice) {
  EXPECT_EQ(does(supervisor(), SuspendService{ServiceId("visa")}), "no: unknown_service");
  EXPECT_EQ(does(supervisor(), RestoreService{ServiceId("visa")}), "no: unknown_service");
}

}  // namespace
}  // namespace panggil::core
