// SHA-256, for configurations and results.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace leeway {

/// A digest under way: of all bytes added, in their order, so that they need never be in memory at once.
class Sha256 {
  public:
    /// Throws std::runtime_error where the system's OpenSSL is forbidden to offer SHA-256.
    Sha256();
    void add(std::string_view bytes);
    /// The digest so far, in 64 hexadecimal digits.
    std::string text() const;

  private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

/// The SHA-256 digest of a text in 64 hexadecimal digits.
std::string sha256(std::string_view text);

}  // namespace leeway
