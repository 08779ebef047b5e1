// Who may do what, and at which counter.
#include "dispatcher/core/access.hpp"

#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

struct Row {
  Action action;
  std::vector<Role> who;
};

const std::vector<Role> kEveryRole{Role::kCounter,    Role::kKiosk,   Role::kDesk,
                                   Role::kSupervisor, Role::kBooking, Role::kDisplay};

// The "who" column, written out once more: the code must not be its own judge.
const std::vector<Row>& table() {
  static const std::vector<Role> officers{Role::kCounter, Role::kSupervisor};
  static const std::vector<Row> rows{
      {Open{}, officers},
      {Pause{}, officers},
      {Close{}, officers},
      {Next{}, officers},
      {call("A001"), officers},
      {Recall{}, officers},
      {Start{}, officers},
      {Complete{}, officers},
      {Skip{}, officers},
      {reinstate("A001"), officers},
      {cancel("A001"), {Role::kCounter, Role::kSupervisor, Role::kDesk}},
      {issue("cs"), {Role::kKiosk, Role::kDesk}},
      {Hold{}, officers},
      {Resume{TicketNumber("A001")}, officers},
      {Transfer{ServiceId("cs")}, officers},
      {Undo{}, officers},
      {PostNotice{std::nullopt, NoticeLevel::kInfo, {}, std::nullopt}, {Role::kSupervisor}},
      {ClearNotice{NoticeId("n1")}, {Role::kSupervisor}},
      {SuspendService{ServiceId("cs")}, {Role::kSupervisor}},
      {RestoreService{ServiceId("cs")}, {Role::kSupervisor}},
  };
  return rows;
}

class AccessTest : public Hall {
 protected:
  AccessTest() { at("1", Open{}); }

  static Actor with_counters(std::vector<CounterId> counters) {
    return {ClientId("counter-pc"), Role::kCounter, std::move(counters)};
  }
};

TEST_F(AccessTest, TheTableNamesEveryAction) {
  EXPECT_EQ(table().size(), std::variant_size_v<Action>);
  for (std::size_t i = 0; i < table().size(); ++i) EXPECT_EQ(table()[i].action.index(), i);
}

TEST_F(AccessTest, EachRoleMayDoExactlyWhatTheTableGrantsIt) {
  for (const auto& [action, who] : table()) {
    for (const auto role : kEveryRole) {
      const bool granted = std::ranges::find(who, role) != who.end();
      EXPECT_EQ(may(role, action), granted)
          << "action " << action.index() << ", role " << static_cast<int>(role);
    }
  }
}

TEST_F(AccessTest, ARoleThatMayNotIsForbiddenWhateverElseIsWrong) {
  for (const auto& [action, who] : table()) {
    for (const auto role : kEveryRole) {
      if (std::ranges::find(who, role) != who.end()) continue;
      const Actor actor{ClientId("somebody"), role, {CounterId("1")}};
      const Command command{actor, CounterId("99"), Expect{TicketNumber("Z999")}, action};
      EXPECT_EQ(does(command), "no: forbidden")
          << "action " << action.index() << ", role " << static_cast<int>(role);
    }
  }
}

TEST_F(AccessTest, ACounterActsAtItsOwnCounterWithoutNamingIt) {
  EXPECT_EQ(does(counter_client("2"), Open{}), "opened 2");
}

TEST_F(AccessTest, ACounterMayNameItsOwnCounter) {
  EXPECT_EQ(does(counter_client("2"), Open{}, "2"), "opened 2");
}

TEST_F(AccessTest, ACounterIsForbiddenAtAnotherCounter) {
  EXPECT_EQ(does(counter_client("2"), Close{}, "1"), "no: forbidden");
}

TEST_F(AccessTest, ACounterThatTheOfficeLacksIsUnknown) {
  EXPECT_EQ(does(counter_client("2"), Open{}, "99"), "no: unknown_counter");
  EXPECT_EQ(does(supervisor(), Open{}, "99"), "no: unknown_counter");
}

TEST_F(AccessTest, ADeviceWhoseOwnCounterTheOfficeLacksActsNowhere) {
  EXPECT_EQ(does(counter_client("99"), Open{}), "no: unknown_counter");
}

TEST_F(AccessTest, ADeviceOfSeveralCountersMustNameOneOfThem) {
  const auto device = with_counters({CounterId("1"), CounterId("2")});
  EXPECT_EQ(does(device, Open{}), "no: bad_request");
  EXPECT_EQ(does(device, Open{}, "2"), "opened 2");
  EXPECT_EQ(does(device, Open{}, "3"), "no: forbidden");
}

TEST_F(AccessTest, ADeviceOfNoCounterActsNowhere) {
  EXPECT_EQ(does(with_counters({}), Open{}), "no: bad_request");
  EXPECT_EQ(does(with_counters({}), Open{}, "1"), "no: forbidden");
}

TEST_F(AccessTest, ASupervisorActsAnywhereButMustSayWhere) {
  EXPECT_EQ(does(supervisor(), Open{}), "no: bad_request");
  EXPECT_EQ(does(supervisor(), Open{}, "2"), "opened 2");
  EXPECT_EQ(does(supervisor(), Open{}, "3"), "opened 3");
}

TEST_F(AccessTest, CancelAndReinstateNeedNoCounter) {
  issued("cs");
  EXPECT_EQ(does(supervisor(), cancel("A001")), "cancelled A001");
  issued("cs");
  EXPECT_EQ(does(with_counters({CounterId("1"), CounterId("2")}), cancel("A002")), "cancelled A002");
}

TEST_F(AccessTest, CancelAndReinstateAreRefusedAtACounterThatTheActorMayNotUse) {
  issued("cs");
  EXPECT_EQ(does(counter_client("1"), cancel("A001"), "2"), "no: forbidden");
  EXPECT_EQ(does(counter_client("1"), reinstate("A001"), "99"), "no: unknown_counter");
}

TEST_F(AccessTest, AKioskOrDeskActsAtNoCounterWhateverItNames) {
  EXPECT_EQ(does(kiosk(), issue("cs"), "99"), "issued A001 for cs as regular by kiosk, 1 of A");
  EXPECT_EQ(does(desk(), cancel("A001"), "99"), "cancelled A001");
}

}  // namespace
}  // namespace panggil::core
