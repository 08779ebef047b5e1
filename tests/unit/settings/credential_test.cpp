#include "common/settings/credential.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_directory.hpp"

namespace panggil::settings {
namespace {

class ACredential : public ::testing::Test {
 protected:
  void make(const std::filesystem::path& file) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << "x";
  }
  test::TemporaryDirectory folder_;
  CredentialFolders folders_{folder_.path() / "run", folder_.path() / "store", {}};
  std::filesystem::path named_ = folders_.running / "panggil-kiosk.service" / "ca";
  std::filesystem::path stored_ = folders_.store / "panggil-kiosk.ca";
};

TEST_F(ACredential, IsTheOneOfTheRunningService) {
  make(named_);
  make(stored_);
  EXPECT_EQ(credential(named_, folders_), named_);
}

TEST_F(ACredential, IsTheStoredOneWhereTheServiceDoesNotRun) {
  make(stored_);
  EXPECT_EQ(credential(named_, folders_), stored_);
}

TEST_F(ACredential, IsTheOneThatAnotherUnitOfTheSameProgramWasHanded) {
  folders_.own = folders_.running / "panggil-kiosk-cage.service";
  make(stored_);
  EXPECT_EQ(credential(named_, folders_), stored_);
  make(folders_.own / "ca");
  EXPECT_EQ(credential(named_, folders_), folders_.own / "ca");
}

TEST_F(ACredential, ThatIsNowhereIsToldByItsOwnName) {
  EXPECT_EQ(credential(named_, folders_), named_);
}

TEST_F(ACredential, IsNothingButItselfElsewhere) {
  make(stored_);
  const auto elsewhere = folder_.path() / "panggil-kiosk.service" / "ca";
  EXPECT_EQ(credential(elsewhere, folders_), elsewhere);
}

}  // namespace
}  // namespace panggil::settings
