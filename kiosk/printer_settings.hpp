/// \file
/// The keys of kiosk.yaml that are about tickets on paper.
#pragma once

#include <optional>

#include "common/protocol/message/local_text.hpp"
#include "common/settings/yaml_reader.hpp"
#include "kiosk/settings.hpp"

namespace panggil::kiosk {

/// The printer, if there is one.
std::optional<PrinterSettings> read_printer(const settings::Node& node, const drawing::FontFiles& fonts);
/// A text, or one for each language.
protocol::LocalText read_local_text(const settings::Node& node);
/// By service: a list of lines.
std::map<std::string, std::vector<protocol::LocalText>> read_documents(const settings::Node& node);

}  // namespace panggil::kiosk
