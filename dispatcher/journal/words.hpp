/// \file
/// The core's words as they stand in journals: kept for ever, so one once given never changes.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "dispatcher/core/state.hpp"

namespace panggil::journal {

inline constexpr std::pair<core::TicketState, std::string_view> kTicketStates[] = {
    {core::TicketState::kWaiting, "waiting"},     {core::TicketState::kCalled, "called"},
    {core::TicketState::kServing, "serving"},     {core::TicketState::kHeld, "held"},
    {core::TicketState::kNoShow, "no_show"},      {core::TicketState::kCompleted, "completed"},
    {core::TicketState::kCancelled, "cancelled"}, {core::TicketState::kExpired, "expired"}};

inline constexpr std::pair<core::CounterState, std::string_view> kCounterStates[] = {
    {core::CounterState::kClosed, "closed"},
    {core::CounterState::kOpen, "open"},
    {core::CounterState::kPaused, "paused"}};

inline constexpr std::pair<core::Position, std::string_view> kPositions[] = {
    {core::Position::kSorted, "sorted"}, {core::Position::kFirst, "first"}, {core::Position::kLast, "last"}};

inline constexpr std::pair<core::NoticeLevel, std::string_view> kNoticeLevels[] = {
    {core::NoticeLevel::kInfo, "info"},
    {core::NoticeLevel::kWarning, "warning"},
    {core::NoticeLevel::kEmergency, "emergency"}};

template <class Table, class Value>
std::string_view word(const Table& table, Value value) {
  for (const auto& [candidate, text] : table) {
    if (candidate == value) return text;
  }
  throw std::logic_error("a value that does not exist");
}

/// \throws std::runtime_error for a word that is not in the table.
template <class Table>
auto value_of(const Table& table, std::string_view word) {
  for (const auto& [value, text] : table) {
    if (text == word) return value;
  }
  throw std::runtime_error("unknown word \"" + std::string(word) + "\"");
}

}  // namespace panggil::journal
