/// \file
/// The site's own authority: a directory on the server, root's alone, with its key, the certificates that it
/// has given and the list of those that count no more.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/base/ids.hpp"
#include "ctl/devices/bundle.hpp"
#include "ctl/devices/certificates.hpp"

namespace panggil::ctl {

/// What the authority is for.
struct Site {
  SiteId site{"x"};
  std::vector<std::string> hosts;  ///< the broker's names and addresses; devices use the first
  int port = 8883;
  std::string broker() const;       ///< where devices find it
  std::string broker_here() const;  ///< where it is from its own machine
};

/// A name that certificates were given to.
struct Known {
  std::string name;
  std::vector<CertificateFacts> certificates;  ///< oldest first; those given before a renewal too
};

class Authority {
 public:
  /// \throws std::runtime_error when there is one in `directory` already, or it cannot be written
  static Authority make(const std::filesystem::path& directory, const Site& site, WallTime now);
  /// \throws std::runtime_error when there is none, saying how to make one
  static Authority open(const std::filesystem::path& directory);

  const Site& site() const { return site_; }
  const std::string& certificate() const { return own_.certificate; }

  /// The broker's, for all of its names.
  Certified certify_broker(WallTime now, std::chrono::seconds validity) const;
  /// The bundle with a new certificate filled in. The key stands in it and nowhere else.
  Bundle add(Bundle bundle, WallTime now, std::chrono::seconds validity) const;
  /// The last bundle's settings, without certificates. \throws std::runtime_error for a name that is unknown
  Bundle settings_of(const ClientId& name) const;
  bool knows(const ClientId& name) const;
  std::vector<Known> all() const;
  /// One that is not kept, good for ten minutes: to speak in that name, or to see whether it is refused.
  Certified momentary(const ClientId& name, WallTime now) const;

  /// Lists every certificate of `name`, and `more`, as revoked and forgets the name.
  void revoke(const ClientId& name, const std::vector<std::string>& more, WallTime now) const;
  std::string revoked() const;

 private:
  Authority(std::filesystem::path directory, Site site, Certified own);
  std::filesystem::path device(const ClientId& name) const;
  void keep(const ClientId& name, const std::string& certificate) const;

  std::filesystem::path directory_;
  Site site_;
  Certified own_;
};

}  // namespace panggil::ctl
