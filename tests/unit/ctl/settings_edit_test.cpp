#include "ctl/devices/settings_edit.hpp"

#include <gtest/gtest.h>

namespace panggil::ctl {
namespace {

TEST(SettingsEdit, PutsNewKeysAtTheEnd) {
  EXPECT_EQ(with_settings("# A comment.\n#site: cirebon\n", {{"site", " batam"}}),
            "# A comment.\n#site: cirebon\nsite: batam\n");
  EXPECT_EQ(with_settings("", {{"site", " batam"}, {"name", " kiosk-1"}}), "site: batam\nname: kiosk-1\n");
}

TEST(SettingsEdit, SetsAKeyWhereItStands) {
  EXPECT_EQ(with_settings("a: 1\nsite: old # was\nb: 2\n", {{"site", " new"}}), "a: 1\nsite: new\nb: 2\n");
}

TEST(SettingsEdit, TakesTheLinesThatBelongToTheKey) {
  EXPECT_EQ(with_settings("tls:\n  ca: a\n  key: b\narea: hall\n", {{"tls", "\n  ca: c"}}),
            "tls:\n  ca: c\narea: hall\n");
}

TEST(SettingsEdit, LeavesKeysThatOnlyBeginAlikeAndNestedOnes) {
  const std::string text = "site_name: x\nmore:\n  site: y\n";
  EXPECT_EQ(with_settings(text, {{"site", " z"}}), text + "site: z\n");
}

TEST(SettingsEdit, ChangesNothingTheSecondTime) {
  const SettingLines lines{{"tls", "\n  ca: c\n  key: k"}, {"site", " s"}};
  const auto once = with_settings("# c\nlanguage: id", lines);
  EXPECT_EQ(with_settings(once, lines), once);
}

}  // namespace
}  // namespace panggil::ctl
