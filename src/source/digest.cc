#include "source/digest.h"

#include <openssl/evp.h>

#include <memory>
#include <vector>

#include "source/byte_stream.h"

namespace verbale {

Result<std::string> sha256_of_file(const std::string& path) {
  const Result<std::unique_ptr<ByteStream>> stream = open_file(path);
  if (!stream) return std::unexpected(stream.error());
  const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> digest(EVP_MD_CTX_new(),
                                                                  EVP_MD_CTX_free);
  EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
  std::vector<char> buffer(size_t{1} << 18);
  for (;;) {
    const Result<size_t> got = (*stream)->read(buffer.data(), buffer.size());
    if (!got) return std::unexpected(got.error());
    if (*got == 0) break;
    EVP_DigestUpdate(digest.get(), buffer.data(), *got);
  }
  unsigned char value[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  EVP_DigestFinal_ex(digest.get(), value, &length);
  std::string hex;
  for (unsigned int i = 0; i < length; ++i) {
    hex += "0123456789abcdef"[value[i] >> 4];
    hex += "0123456789abcdef"[value[i] & 15];
  }
  return hex;
}

}  // namespace verbale
