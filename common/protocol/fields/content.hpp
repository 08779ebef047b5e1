/// \file
/// The fields of message/content.hpp; see fields.hpp.
#pragma once

#include "common/protocol/fields/is.hpp"
#include "common/protocol/message/content.hpp"

namespace panggil::protocol {

template <class V, Is<ContentAnnouncement> M>
void fields(V& v, M& m) {
  v("manifest", m.manifest);
  v("sha256", m.sha256);
}
template <class V, Is<ContentFile> M>
void fields(V& v, M& m) {
  v("name", m.name);
  v("bytes", m.bytes);
  v("sha256", m.sha256);
}
template <class V, Is<ContentManifest> M>
void fields(V& v, M& m) {
  v("files", m.files);
}

}  // namespace panggil::protocol
