#include "common/runtime/mailbox.hpp"

#include <gtest/gtest.h>
#include <poll.h>

#include <atomic>
#include <memory>
#include <thread>

namespace panggil {
namespace {

bool readable(int fd) {
  pollfd watched{fd, POLLIN, 0};
  return poll(&watched, 1, 0) == 1;
}

TEST(Mailbox, HandsOutInTheOrderOfPosting) {
  Mailbox<int> mailbox(10);
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(mailbox.post(i));
  EXPECT_EQ((std::vector<int>{0, 1, 2}), mailbox.take(3));
  EXPECT_EQ((std::vector<int>{3, 4}), mailbox.take(3));
  EXPECT_TRUE(mailbox.take(3).empty());
}

TEST(Mailbox, WhenItIsFullItDropsTheNewAndCountsThem) {
  Mailbox<int> mailbox(2);
  EXPECT_TRUE(mailbox.post(1));
  EXPECT_TRUE(mailbox.post(2));
  EXPECT_FALSE(mailbox.post(3));
  EXPECT_FALSE(mailbox.post(4));
  EXPECT_EQ(2U, mailbox.dropped());
  EXPECT_EQ((std::vector<int>{1, 2}), mailbox.take(10));
  EXPECT_TRUE(mailbox.post(5));
  EXPECT_EQ(2U, mailbox.dropped());
}

TEST(Mailbox, WhatMustNotBeLostIsTakenEvenWhenItIsFull) {
  Mailbox<int> mailbox(1);
  mailbox.post(1);
  mailbox.post_always(2);
  EXPECT_EQ(0U, mailbox.dropped());
  EXPECT_EQ((std::vector<int>{1, 2}), mailbox.take(10));
}

TEST(Mailbox, IsReadableExactlyWhileSomethingIsLeft) {
  Mailbox<int> mailbox(10);
  EXPECT_FALSE(readable(mailbox.fd()));
  mailbox.post(1);
  mailbox.post(2);
  EXPECT_TRUE(readable(mailbox.fd()));
  mailbox.take(1);
  EXPECT_TRUE(readable(mailbox.fd()));
  mailbox.take(1);
  EXPECT_FALSE(readable(mailbox.fd()));
}

TEST(Mailbox, WakesItsReaderWithoutAnItem) {
  Mailbox<int> mailbox(10);
  mailbox.wake();
  EXPECT_TRUE(readable(mailbox.fd()));
  EXPECT_TRUE(mailbox.take(1).empty());
  EXPECT_FALSE(readable(mailbox.fd()));
}

TEST(Mailbox, HoldsWhatCanOnlyBeMoved) {
  Mailbox<std::unique_ptr<int>> mailbox(1);
  EXPECT_TRUE(mailbox.post(std::make_unique<int>(7)));
  EXPECT_FALSE(mailbox.post(std::make_unique<int>(8)));
  EXPECT_EQ(7, *mailbox.take(1).at(0));
}

TEST(Mailbox, ManyWritersLoseNothingAndEachKeepsItsOrder) {
  constexpr int kWriters = 8;
  constexpr int kEach = 5000;
  Mailbox<std::pair<int, int>> mailbox(kWriters * kEach);
  std::vector<std::thread> writers;
  for (int writer = 0; writer < kWriters; ++writer)
    writers.emplace_back([&mailbox, writer] {
      for (int i = 0; i < kEach; ++i) mailbox.post({writer, i});
    });
  std::vector<int> next(kWriters, 0);
  for (int got = 0; got < kWriters * kEach;) {
    pollfd watched{mailbox.fd(), POLLIN, 0};
    ASSERT_EQ(1, poll(&watched, 1, 5000)) << "a wake-up was lost after " << got;
    for (const auto& [writer, number] : mailbox.take(64)) {
      EXPECT_EQ(next[static_cast<std::size_t>(writer)]++, number);
      ++got;
    }
  }
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(0U, mailbox.dropped());
}

TEST(Mailbox, TakenAndDroppedAddUpUnderLoad) {
  constexpr int kWriters = 4;
  constexpr int kEach = 20'000;
  Mailbox<int> mailbox(100);
  std::atomic<int> writing = kWriters;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < kWriters; ++writer)
    writers.emplace_back([&] {
      for (int i = 0; i < kEach; ++i) mailbox.post(i);
      --writing;
    });
  std::size_t taken = 0;
  while (writing > 0) taken += mailbox.take(10).size();
  for (auto& writer : writers) writer.join();
  taken += mailbox.take(1000).size();
  EXPECT_EQ(std::size_t{kWriters} * kEach, taken + mailbox.dropped());
}

}  // namespace
}  // namespace panggil
