#include "kiosk/printing/press.hpp"

#include "kiosk/printing/escpos.hpp"

namespace panggil::kiosk {

Press::Press(const PressSettings& settings)
    : settings_(settings), plate_(settings.fonts, ticket_design(), {static_cast<float>(settings.dots), 0}) {}

std::string Press::data_of(const Paper& paper) {
  const bool drawn = settings_.code == CodeBy::kPicture;
  const auto figure = ticket_layout(paper, settings_.dots, drawn, plate_.typesetter());
  Bitmap bitmap(plate_.draw(figure));
  if (drawn && figure.code.width > 0)
    draw_qr(bitmap, paper.code, static_cast<unsigned>(figure.code.x), static_cast<unsigned>(figure.code.y),
            static_cast<unsigned>(figure.code.width));
  auto data = escpos::reset() + escpos::picture(bitmap);
  if (settings_.code == CodeBy::kPrinter && !paper.code.empty()) data += escpos::qr(paper.code);
  return data + escpos::cut();
}

}  // namespace panggil::kiosk
