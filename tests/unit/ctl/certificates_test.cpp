#include "ctl/devices/certificates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ctl/devices/bundle.hpp"

namespace panggil::ctl {
namespace {

using testing::HasSubstr;

const WallTime kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
constexpr auto kYear = std::chrono::hours(24 * 365);

class Certificates : public testing::Test {
 protected:
  Certified certify_as(const std::string& name) const {
    return certify(authority_, {name, CertificateUse::kClient, {}, kYear}, kNow);
  }
  Bundle bundle() const {
    Bundle bundle;
    bundle.name = ClientId("display-hall-1");
    bundle.role = "display";
    bundle.site = SiteId("cirebon");
    bundle.broker = "ssl://server.example:8883";
    bundle.area = "hall";
    bundle.own = certify_as("display-hall-1");
    bundle.authority = authority_.certificate;
    return bundle;
  }

  Certified authority_ = make_authority("Panggil cirebon", kNow, 20 * kYear);
};

TEST_F(Certificates, SayWhoseTheyAreAndFromWhenToWhen) {
  const auto facts = facts_of(certify_as("counter-3").certificate);
  EXPECT_EQ(facts.common_name, "counter-3");
  EXPECT_EQ(facts.issuer, "Panggil cirebon");
  EXPECT_EQ(facts.from, kNow - kYear) << "a machine without a clock of its own is behind";
  EXPECT_EQ(facts.until, kNow + kYear);
  EXPECT_NE(facts.serial, facts_of(certify_as("counter-3").certificate).serial);
}

TEST_F(Certificates, AreFoundOutWhenKeyOrAuthorityIsAnother) {
  const auto own = certify_as("counter-3");
  EXPECT_EQ(fault_of(own, authority_.certificate), "");
  EXPECT_THAT(fault_of({own.certificate, authority_.key}, authority_.certificate), HasSubstr("key"));
  const auto other = make_authority("Panggil cirebon", kNow, kYear);
  EXPECT_THAT(fault_of(own, other.certificate), HasSubstr("authority"));
}

TEST_F(Certificates, CannotBeMadeOfOtherText) {
  EXPECT_THROW(facts_of("nothing"), std::runtime_error);
  EXPECT_THROW(revoke(authority_, "nothing", {}, kNow), std::runtime_error);
  EXPECT_THROW(revoke(authority_, "", {"not hexadecimal"}, kNow), std::runtime_error);
}

TEST_F(Certificates, AreRevokedInAListThatGrows) {
  const auto first = revoke(authority_, "", {"0A"}, kNow);
  const auto second = revoke(authority_, first, {"0B"}, kNow);
  EXPECT_THAT(second, HasSubstr("BEGIN X509 CRL"));
  EXPECT_GT(second.size(), first.size());
}

TEST_F(Certificates, TravelInABundleAndComeOutAsTheyWentIn) {
  const auto sent = bundle();
  const auto came = read_bundle("file", to_text(sent));
  EXPECT_EQ(came.name, sent.name);
  EXPECT_EQ(came.area, sent.area);
  EXPECT_EQ(came.own.certificate, sent.own.certificate);
  EXPECT_EQ(came.own.key.reveal(), sent.own.key.reveal());
  EXPECT_EQ(came.authority, sent.authority);
}

TEST_F(Certificates, AreRefusedInABundleThatDoesNotFitTogether) {
  auto other_name = bundle();
  other_name.own = certify_as("counter-3");
  EXPECT_THROW(read_bundle("file", to_text(other_name)), std::runtime_error);
  auto plain = bundle();
  plain.broker = "tcp://server.example:1883";
  EXPECT_THROW(read_bundle("file", to_text(plain)), std::runtime_error);
  auto role = bundle();
  role.role = "king";
  EXPECT_THROW(read_bundle("file", to_text(role)), std::runtime_error);
  const auto whole = to_text(bundle());
  for (std::size_t length = 0; length + 200 < whole.size(); length += 37)
    EXPECT_THROW(read_bundle("file", whole.substr(0, length)), std::runtime_error) << length;
}

}  // namespace
}  // namespace panggil::ctl
