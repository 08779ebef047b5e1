/// \file
/// Less memory for a window that mostly stands still.
#pragma once

namespace panggil::drawing {

/// Gives back the code that has run once and may never run again: a graphics driver in software compiles its
/// shaders at the first frames, with a compiler of some fifty MiB. What is needed after all is read again
/// from the file, which the system mostly has at hand. Does nothing where that is not known to be safe.
void give_back_code();

}  // namespace panggil::drawing
