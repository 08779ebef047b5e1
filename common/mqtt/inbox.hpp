/// \file
/// Where a transport puts what it has to tell.
#pragma once

#include "common/mqtt/transport.hpp"
#include "common/runtime/mailbox.hpp"

namespace panggil::mqtt {

using Inbox = Mailbox<Incoming>;

}  // namespace panggil::mqtt
