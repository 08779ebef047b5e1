/// \file
/// Every payload on the wire as a type, field by field as docs/protocol.md states it. One codec turns them
/// into JSON and back (codec.hpp); nobody else sees JSON.
#pragma once

#include "common/protocol/message/answer.hpp"
#include "common/protocol/message/board.hpp"
#include "common/protocol/message/command.hpp"
#include "common/protocol/message/content.hpp"
#include "common/protocol/message/counter.hpp"
#include "common/protocol/message/device.hpp"
#include "common/protocol/message/event.hpp"
#include "common/protocol/message/local_text.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/presence.hpp"
#include "common/protocol/message/queue.hpp"
#include "common/protocol/message/result.hpp"
