#include "experiment/digest.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace leeway {
namespace {

void check(int result) {
    if (result != 1) throw std::runtime_error("OpenSSL offers no SHA-256; is it restricted by a policy?");
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) { check(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr)); }

void Sha256::add(std::string_view bytes) { check(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size())); }

std::string Sha256::text() const {
    std::array<unsigned char, 32> digest{};
    unsigned length = 0;
    const Sha256 ended;  // ending a digest takes it away
    check(EVP_MD_CTX_copy_ex(ended.context_.get(), context_.get()));
    check(EVP_DigestFinal_ex(ended.context_.get(), digest.data(), &length));
    std::string hexadecimal;
    for (const unsigned char byte : digest) hexadecimal += fmt::format("{:02x}", byte);
    return hexadecimal;
}

std::string sha256(std::string_view text) {
    Sha256 digest;
    digest.add(text);
    return digest.text();
}

}  // namespace leeway
