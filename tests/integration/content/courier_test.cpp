#include "display/content/courier.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <fstream>
#include <iterator>
#include <thread>

#include "common/content/manifest.hpp"
#include "common/content/sha256.hpp"
#include "common/protocol/codec.hpp"
#include "tests/support/free_port.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/system/display/child.hpp"

namespace panggil::display {
namespace {
using namespace std::chrono_literals;
namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class ACourier : public ::testing::Test {
 protected:
  ACourier() {
    fs::create_directory(shop());
    settings_.folder = directory_.path() / "sets";
    settings_.first_retry = 50ms;
    settings_.last_retry = 200ms;
  }
  ~ACourier() override { courier_.reset(); }

  fs::path shop() const { return directory_.path() / "shop"; }
  void put(const std::string& name, const std::string& bytes) { directory_.write("shop/" + name, bytes); }

  void serve() {
    start({PANGGIL_PYTHON, "-m", "http.server", "--bind", "127.0.0.1", std::to_string(port_), "-d",
           shop().string()});
  }
  void serve_with_cuts(int times) {
    start({PANGGIL_PYTHON, "-B", PANGGIL_CUTTING_SERVER, std::to_string(port_), shop().string(), asked_file(),
           std::to_string(times)});
  }
  /// Until it listens.
  void start(const std::vector<std::string>& command) {
    server_.emplace(command, (directory_.path() / "server.log").string());
    for (int tenth = 0; tenth < 300 && !test::is_taken(port_); ++tenth) std::this_thread::sleep_for(100ms);
  }
  std::string asked_file() const { return (directory_.path() / "asked").string(); }

  /// What stands in the shop now, as it would be announced.
  protocol::ContentAnnouncement announcement() {
    const auto manifest = content::make_manifest(shop());
    EXPECT_TRUE(manifest) << manifest.error();
    return announcement_of(content::write_manifest(shop(), *manifest));
  }
  protocol::ContentAnnouncement announcement_of(const std::string& sha256) const {
    return {"http://127.0.0.1:" + std::to_string(port_) + "/manifest.json", sha256};
  }
  /// Of a manifest that says what it likes.
  protocol::ContentAnnouncement announcement_with(const std::string& manifest) {
    put("manifest.json", manifest);
    return announcement_of(content::sha256_of(manifest));
  }

  void want(const protocol::ContentAnnouncement& wanted, bool retained = false) {
    if (!courier_) courier_.emplace(settings_);
    courier_->want(wanted, retained);
  }
  bool comes_to(const std::string& state) {
    for (int hundredth = 0; hundredth < 6000; ++hundredth) {
      courier_->turn();
      if (courier_->health() && courier_->health()->state == state) return true;
      std::this_thread::sleep_for(10ms);
    }
    return false;
  }
  std::string detail() const {
    return courier_->health() ? courier_->health()->detail.value_or("") : "no health";
  }
  std::string playing(const std::string& name) const { return text_of(courier_->folder() / name); }

  test::TemporaryDirectory directory_;
  std::uint16_t port_ = test::free_port();
  ContentSettings settings_;
  std::optional<Child> server_;
  std::optional<Courier> courier_;
};

TEST_F(ACourier, BringsWhatWasAnnouncedFromAPlainServer) {
  put("a.png", "picture");
  put("b with spaces & ümlaut.png", "other");
  put("playlist.yaml", "items: [{file: a.png}]\n");
  serve();
  want(announcement());
  ASSERT_TRUE(comes_to("complete")) << detail();
  EXPECT_EQ(playing("a.png"), "picture");
  EXPECT_EQ(playing("b with spaces & ümlaut.png"), "other");
  EXPECT_TRUE(fs::is_symlink(settings_.folder / "now"));
}

TEST_F(ACourier, WaitsForAServerThatIsNotThereYet) {
  put("a.png", "picture");
  const auto wanted = announcement();
  want(wanted);
  ASSERT_TRUE(comes_to("waiting"));
  EXPECT_THAT(detail(), HasSubstr("127.0.0.1"));
  serve();
  EXPECT_TRUE(comes_to("complete")) << detail();
}

TEST_F(ACourier, GoesOnWhereItWasCut) {
  const std::string large(2'000'000, 'x');
  put("film.mp4", large);
  serve_with_cuts(3);
  want(announcement());
  ASSERT_TRUE(comes_to("complete")) << detail();
  EXPECT_EQ(playing("film.mp4"), large);
  EXPECT_THAT(text_of(asked_file()), HasSubstr("film.mp4 0\n"));
  EXPECT_THAT(text_of(asked_file()), HasSubstr("film.mp4 1000000\n"));
  EXPECT_THAT(text_of(asked_file()), HasSubstr("film.mp4 1500000\n"));
  EXPECT_THAT(text_of(asked_file()), HasSubstr("film.mp4 1750000\n"));
}

TEST_F(ACourier, GoesOnAfterItWasKilled) {
  put("film.mp4", std::string(1'000'000, 'x'));
  serve_with_cuts(1);
  settings_.first_retry = settings_.last_retry = 1h;
  const auto wanted = announcement();
  want(wanted);
  ASSERT_TRUE(comes_to("waiting"));
  courier_.reset();
  want(wanted, true);
  ASSERT_TRUE(comes_to("complete")) << detail();
  EXPECT_THAT(text_of(asked_file()), HasSubstr("film.mp4 500000\n"));
}

TEST_F(ACourier, BeginsAnewWhereTheServerSendsWholeFilesOnly) {
  put("film.mp4", std::string(100'000, 'x'));
  const auto wanted = announcement();
  const auto part = settings_.folder / (*wanted.sha256 + ".part");
  fs::create_directories(part);
  std::ofstream(part / ".film.mp4.part") << std::string(40'000, 'y');
  serve();
  want(wanted);
  ASSERT_TRUE(comes_to("complete")) << detail();
  EXPECT_EQ(playing("film.mp4"), std::string(100'000, 'x'));
}

TEST_F(ACourier, LeavesTheOldOnesPlayingUntilAllNewOnesAreThere) {
  put("a.png", "old");
  serve();
  want(announcement());
  ASSERT_TRUE(comes_to("complete"));
  const auto before = courier_->folder();
  put("a.png", "new");
  put("b.png", "more");
  const auto wanted = announcement();
  fs::rename(shop() / "b.png", directory_.path() / "b.png");
  want(wanted);
  ASSERT_TRUE(comes_to("waiting"));
  EXPECT_THAT(detail(), HasSubstr("404"));
  EXPECT_EQ(courier_->folder(), before);
  EXPECT_EQ(playing("a.png"), "old");
  fs::rename(directory_.path() / "b.png", shop() / "b.png");
  ASSERT_TRUE(comes_to("complete")) << detail();
  EXPECT_EQ(playing("a.png"), "new");
  EXPECT_TRUE(fs::exists(before / "a.png")) << "it may be on the screen at this moment";
}

TEST_F(ACourier, DoesNotFetchTwiceWhatTheLastSetHad) {
  put("film.mp4", std::string(100'000, 'x'));
  serve_with_cuts(0);
  want(announcement());
  ASSERT_TRUE(comes_to("complete"));
  put("a.png", "new");
  fs::rename(shop() / "film.mp4", shop() / "other.mp4");
  want(announcement());
  ASSERT_TRUE(comes_to("complete"));
  EXPECT_EQ(playing("other.mp4"), std::string(100'000, 'x'));
  EXPECT_THAT(text_of(asked_file()), ::testing::Not(HasSubstr("other.mp4")));
}

TEST_F(ACourier, RefusesAFileThatIsNotWhatTheManifestSays) {
  put("a.png", "picture");
  const auto wanted = announcement();
  put("a.png", "forgery");
  serve();
  want(wanted);
  ASSERT_TRUE(comes_to("refused"));
  EXPECT_EQ(detail(), "a.png is not what the manifest says");
  EXPECT_EQ(courier_->folder(), "");
}

TEST_F(ACourier, RefusesAManifestThatWasNotAnnounced) {
  put("a.png", "picture");
  announcement();
  serve();
  want(announcement_of(std::string(64, 'a')));
  ASSERT_TRUE(comes_to("refused"));
  EXPECT_THAT(detail(), HasSubstr("is not the one that was announced"));
}

TEST_F(ACourier, WritesNothingOutsideOfItsFolder) {
  put("a.png", "picture");
  serve();
  want(announcement_with(R"({"files":[{"name":"../escaped.png","bytes":7,"sha256":")" +
                         content::sha256_of("picture") + "\"}]}"));
  ASSERT_TRUE(comes_to("refused"));
  EXPECT_THAT(detail(), HasSubstr("\"../escaped.png\" is no name of a file"));
  EXPECT_FALSE(fs::exists(settings_.folder / "escaped.png"));
  EXPECT_FALSE(fs::exists(directory_.path() / "escaped.png"));
}

TEST_F(ACourier, TakesNoMoreThanTheManifestSays) {
  put("a.png", "picture that is longer");
  serve();
  want(announcement_with(R"({"files":[{"name":"a.png","bytes":7,"sha256":")" + content::sha256_of("picture") +
                         "\"}]}"));
  ASSERT_TRUE(comes_to("refused"));
  EXPECT_THAT(detail(), HasSubstr("larger than it was said to be"));
}

TEST_F(ACourier, TakesNoMoreThanItMay) {
  put("a.png", std::string(3'000'000, 'x'));
  serve();
  settings_.most_bytes = 1'000'000;
  want(announcement());
  ASSERT_TRUE(comes_to("refused"));
  EXPECT_THAT(detail(), HasSubstr("3 MiB are more than the 1"));
}

TEST_F(ACourier, TakesNoManifestWithoutEnd) {
  put("manifest.json", std::string(70'000, ' '));
  serve();
  want(announcement_of(std::string(64, 'a')));
  ASSERT_TRUE(comes_to("refused"));
  EXPECT_THAT(detail(), HasSubstr("larger"));
}

TEST_F(ACourier, RefusesAddressesThatAreNone) {
  for (const auto* url :
       {"file:///etc/passwd", "ftp://x/manifest.json", "http://", "http:///m", "http://host",
        "http://user:word@host/m", "http://host/m?x=1", "http://host/a b", "http://host/"}) {
    want({url, std::string(64, 'a')});
    EXPECT_EQ(courier_->health()->state, "refused") << url;
  }
  want({"http://127.0.0.1/manifest.json", "../../x"});
  EXPECT_EQ(courier_->health()->state, "refused");
}

TEST_F(ACourier, IsNotSentElsewhereByAServer) {
  // Python's server sends whoever asks for a folder without its slash to one with it.
  fs::create_directory(shop() / "manifest");
  serve();
  auto wanted = announcement_of(std::string(64, 'a'));
  wanted.manifest->resize(wanted.manifest->size() - 5);
  want(wanted);
  ASSERT_TRUE(comes_to("waiting"));
  EXPECT_THAT(detail(), HasSubstr("the server says 301"));
}

TEST_F(ACourier, MendsASetThatHasBeenDamaged) {
  put("a.png", "picture");
  put("b.png", "other");
  serve_with_cuts(0);
  const auto wanted = announcement();
  want(wanted);
  ASSERT_TRUE(comes_to("complete"));
  std::ofstream(courier_->folder() / "b.png") << "rotten";
  courier_.reset();
  want(wanted, true);
  ASSERT_TRUE(comes_to("complete"));
  EXPECT_EQ(playing("b.png"), "other");
  const auto asked = text_of(asked_file());
  EXPECT_EQ(asked.find("a.png"), asked.rfind("a.png")) << asked;
}

TEST_F(ACourier, KnowsAfterARestartWhatItHasWithoutTheServer) {
  put("a.png", "picture");
  serve();
  const auto wanted = announcement();
  want(wanted);
  ASSERT_TRUE(comes_to("complete"));
  courier_.reset();
  server_.reset();
  courier_.emplace(settings_);
  EXPECT_EQ(playing("a.png"), "picture") << "at once";
  want(wanted, true);
  EXPECT_TRUE(comes_to("complete"));
}

TEST_F(ACourier, GoesBackToWhatTheMachineHasWhenToldTo) {
  put("a.png", "picture");
  serve();
  want(announcement());
  ASSERT_TRUE(comes_to("complete"));
  want({});
  for (int tenth = 0; tenth < 600 && !courier_->folder().empty(); ++tenth) {
    courier_->turn();
    std::this_thread::sleep_for(100ms);
  }
  EXPECT_EQ(courier_->folder(), "");
  EXPECT_FALSE(courier_->health());
}

TEST_F(ACourier, DropsWhatItFetchesForWhatIsAnnouncedLater) {
  put("film.mp4", std::string(1'000'000, 'x'));
  const auto first = announcement();
  serve();
  want(first);
  put("film.mp4", "short");
  want(announcement());
  ASSERT_TRUE(comes_to("complete")) << detail();
  EXPECT_EQ(playing("film.mp4"), "short");
  EXPECT_FALSE(fs::exists(settings_.folder / (*first.sha256 + ".part")));
}

TEST_F(ACourier, EndsInTheMiddleOfATransfer) {
  start({PANGGIL_PYTHON, "-c",
         "import socket, sys, time\nserver = socket.create_server(('127.0.0.1', int(sys.argv[1])))\n"
         "waiting = [server.accept() for _ in range(3)]\ntime.sleep(600)",
         std::to_string(port_)});
  want(announcement_of(std::string(64, 'a')));
  std::this_thread::sleep_for(300ms);
  const auto began = std::chrono::steady_clock::now();
  courier_.reset();
  EXPECT_LT(std::chrono::steady_clock::now() - began, 8s)
      << "a server that says nothing is given up after 30";
}

}  // namespace
}  // namespace panggil::display
