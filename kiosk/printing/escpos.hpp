/// \file
/// The language of ticket printers, as far as it is needed here: ESC/POS. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/model/printer_state.hpp"
#include "kiosk/printing/bitmap.hpp"

namespace panggil::kiosk::escpos {

/// As after switching on.
std::string reset();
/// Bands of at most 128 rows, as many printers have little memory.
std::string picture(const Bitmap& bitmap);
/// Drawn by the printer itself, in the middle of the paper.
std::string qr(const std::string& text);
/// Feeds what is printed out of the machine and cuts it off.
std::string cut();
/// Has the printer say one byte once everything before this has been printed.
std::string report_when_done();

/// What a printer is asked, even while it works or is out of order: of itself, of why it has stopped, of its
/// paper.
enum class Question : std::uint8_t { kItself = 1, kWhyStopped = 2, kPaper = 4 };
std::string ask(Question question);

struct Replies {
  std::optional<std::uint8_t> itself, why_stopped, paper;
};
/// Whether this is the reply to a question, and not something else that a printer says by itself.
bool is_reply(std::uint8_t byte);
/// kReady where there are no replies: it cannot say.
PrinterState state_of(const Replies& replies);

}  // namespace panggil::kiosk::escpos
