#include "common/runtime/event_loop.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <string>
#include <thread>

#include "common/runtime/wakeup.hpp"

namespace panggil {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

class Pipe {
 public:
  Pipe() {
    if (pipe2(ends_, O_CLOEXEC | O_NONBLOCK) != 0) throw std::runtime_error("pipe2");
  }
  ~Pipe() {
    close(ends_[0]);
    close_writer();
  }
  int reader() const { return ends_[0]; }
  void write(char c) { EXPECT_EQ(1, ::write(ends_[1], &c, 1)); }
  char read() {
    char c = 0;
    return ::read(ends_[0], &c, 1) == 1 ? c : '\0';
  }
  void close_writer() {
    if (ends_[1] >= 0) close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  int ends_[2];
};

/// Ends the loop after `time`, whatever else happens.
void stop_after(EventLoop& loop, std::chrono::milliseconds time) {
  const auto end = Clock::now() + time;
  loop.on_turn([&loop, end]() -> std::optional<Deadline> {
    if (Clock::now() >= end) loop.stop();
    return end;
  });
}

TEST(EventLoop, CallsForAReadableDescriptorUntilItIsRead) {
  EventLoop loop;
  Pipe pipe;
  std::string got;
  int calls = 0;
  pipe.write('a');
  pipe.write('b');
  loop.watch(pipe.reader(), [&] {
    if (++calls % 2 == 0) got += pipe.read();  // every other time it leaves the byte
    if (got == "ab") loop.stop();
  });
  loop.run();
  EXPECT_EQ(4, calls);
}

TEST(EventLoop, CallsWhenThePeerHasClosed) {
  EventLoop loop;
  Pipe pipe;
  pipe.close_writer();
  loop.watch(pipe.reader(), [&] { loop.stop(); });
  loop.run();
  EXPECT_FALSE(loop.interrupted());
}

TEST(EventLoop, ADeadlineIsKeptToTheMillisecondAndNeverEarly) {
  EventLoop loop;
  const auto start = Clock::now();
  std::vector<Clock::duration> lateness;
  Deadline next = start + 20ms;
  loop.on_turn([&]() -> std::optional<Deadline> {
    if (Clock::now() >= next) {
      lateness.push_back(Clock::now() - next);
      next += 20ms;
      if (lateness.size() == 10) loop.stop();
    }
    return next;
  });
  loop.run();
  ASSERT_EQ(10U, lateness.size());
  EXPECT_GE(Clock::now() - start, 200ms);
  std::sort(lateness.begin(), lateness.end());
  EXPECT_LT(lateness[5], 5ms);
}

TEST(EventLoop, ADeadlineThatHasPassedComesAtOnce) {
  EventLoop loop;
  int turns = 0;
  loop.on_turn([&]() -> std::optional<Deadline> {
    if (++turns == 3) loop.stop();
    return turns == 1 ? Deadline() : Clock::now() - 1h;
  });
  const auto start = Clock::now();
  loop.run();
  EXPECT_EQ(3, turns);
  EXPECT_LT(Clock::now() - start, 1s);
}

TEST(EventLoop, ADeadlineTakenBackDoesNotCome) {
  EventLoop loop;
  Wakeup wakeup;
  int turns = 0;
  loop.watch(wakeup.fd(), [&] { wakeup.clear(); });
  loop.on_turn([&]() -> std::optional<Deadline> {
    if (++turns == 1) return Clock::now() + 100ms;
    return std::nullopt;
  });
  std::thread other([&] {
    std::this_thread::sleep_for(20ms);
    wakeup.signal();  // turn 2 takes it back
    std::this_thread::sleep_for(400ms);
    kill(getpid(), SIGTERM);
  });
  loop.run();
  other.join();
  EXPECT_EQ(2, turns);
}

TEST(EventLoop, WithNothingToDoItDoesNotWakeUp) {
  EventLoop loop;
  Pipe silent;
  int turns = 0;
  loop.watch(silent.reader(), [] {});
  loop.on_turn([&]() -> std::optional<Deadline> {
    ++turns;
    return std::nullopt;
  });
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  std::thread other([] {
    std::this_thread::sleep_for(500ms);
    kill(getpid(), SIGTERM);
  });
  loop.run();
  other.join();
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
  EXPECT_EQ(1, turns);
  EXPECT_LT(after.ru_nvcsw - before.ru_nvcsw, 10);
}

TEST(EventLoop, ACallbackMayUnwatchItselfAndKeepWhatItHolds) {
  EventLoop loop;
  Pipe pipe;
  const auto held = std::make_shared<std::string>("still here");
  std::string seen;
  pipe.write('x');
  loop.watch(pipe.reader(), [&loop, &pipe, &seen, held = held] {
    loop.unwatch(pipe.reader());  // this function object is what is taken off
    seen = *held;
  });
  stop_after(loop, 50ms);
  loop.run();
  EXPECT_EQ("still here", seen);
  EXPECT_EQ(1, held.use_count());
}

TEST(EventLoop, ACallbackMayUnwatchAnotherThatIsReadyInTheSameTurn) {
  EventLoop loop;
  Pipe one;
  Pipe two;
  int calls = 0;
  one.write('x');
  two.write('x');
  for (const auto& [mine, other] : {std::pair(&one, &two), std::pair(&two, &one)})
    loop.watch(mine->reader(), [&loop, &calls, mine = mine, other = other] {
      ++calls;
      loop.unwatch(other->reader());
      mine->read();
    });
  stop_after(loop, 50ms);
  loop.run();
  EXPECT_EQ(1, calls);
}

TEST(EventLoop, ADescriptorNumberUsedAgainDoesNotGetTheOldOnesEvent) {
  EventLoop loop;
  Pipe first;
  int old = dup(first.reader());
  Pipe second;
  bool surprised = false;
  first.write('x');
  // `first` is ready, and so is `old`, which is another name of it; whichever callback runs first replaces
  // the other.
  const auto replace = [&] {
    if (old < 0) return;
    loop.unwatch(first.reader());
    loop.unwatch(old);
    dup2(second.reader(), old);
    loop.watch(old, [&] { surprised = true; });
    old = -1;
  };
  loop.watch(first.reader(), replace);
  loop.watch(old, replace);
  const int number = old;
  stop_after(loop, 50ms);
  loop.run();
  EXPECT_FALSE(surprised);
  loop.unwatch(number);
  close(number);
}

TEST(EventLoop, WatchingAgainReplacesTheCallback) {
  EventLoop loop;
  Pipe pipe;
  int old_calls = 0;
  pipe.write('x');
  loop.watch(pipe.reader(), [&] { ++old_calls; });
  loop.watch(pipe.reader(), [&] { loop.stop(); });
  loop.run();
  EXPECT_EQ(0, old_calls);
}

TEST(EventLoop, AWakeupFromAnotherThreadArrives) {
  EventLoop loop;
  Wakeup wakeup;
  loop.watch(wakeup.fd(), [&] {
    wakeup.clear();
    loop.stop();
  });
  std::thread other([&] {
    std::this_thread::sleep_for(20ms);
    wakeup.signal();
  });
  loop.run();
  other.join();
  EXPECT_FALSE(loop.interrupted());
}

TEST(EventLoop, TerminateAndInterruptEndItAndSaySo) {
  for (const int signal : {SIGTERM, SIGINT}) {
    EventLoop loop;
    kill(getpid(), signal);
    loop.run();
    EXPECT_TRUE(loop.interrupted());
  }
}

TEST(EventLoop, HangupCallsAndTheLoopGoesOn) {
  EventLoop loop;
  int hangups = 0;
  loop.on_hangup([&] {
    if (++hangups == 1)
      kill(getpid(), SIGHUP);
    else
      loop.stop();
  });
  kill(getpid(), SIGHUP);
  loop.run();
  EXPECT_EQ(2, hangups);
  EXPECT_FALSE(loop.interrupted());
}

TEST(EventLoop, AnExceptionOutOfACallbackReachesTheCaller) {
  EventLoop loop;
  Pipe pipe;
  pipe.write('x');
  loop.watch(pipe.reader(), [] { throw std::runtime_error("journal"); });
  EXPECT_THROW(loop.run(), std::runtime_error);
  loop.unwatch(pipe.reader());
  loop.on_turn([]() -> std::optional<Deadline> { throw std::logic_error("turn"); });
  EXPECT_THROW(loop.run(), std::logic_error);
}

TEST(EventLoop, StoppedInItsTurnItDoesNotWait) {
  EventLoop loop;
  int turns = 0;
  loop.on_turn([&]() -> std::optional<Deadline> {
    ++turns;
    loop.stop();
    return std::nullopt;
  });
  loop.run();
  loop.run();
  EXPECT_EQ(2, turns);
}

TEST(EventLoop, ADescriptorThatCannotBeWatchedIsAnError) {
  EventLoop loop;
  EXPECT_THROW(loop.watch(-1, [] {}), std::system_error);
}

}  // namespace
}  // namespace panggil
