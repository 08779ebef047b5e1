/// \file
/// Which message a function of fields is for, when one is read and when one is written.
#pragma once

#include <concepts>
#include <type_traits>

namespace panggil::protocol {

/// M is Message or const Message: encoding visits const ones.
template <class M, class Message>
concept Is = std::same_as<std::remove_const_t<M>, Message>;

}  // namespace panggil::protocol
