#include "paper/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <memory>

namespace verbale {
namespace {

// 1 January 1980: the first date that ZIP can hold.
constexpr time_t kDate = 315532800;

struct WriterCloser { void operator()(archive* a) const { archive_write_free(a); } };
struct ReaderCloser { void operator()(archive* a) const { archive_read_free(a); } };
struct EntryCloser { void operator()(archive_entry* e) const { archive_entry_free(e); } };
// libarchive gives names in the thread's character set, which the program leaves at "C" (plain ASCII).
class Utf8Names {
 public:
  Utf8Names() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{})), before_(uselocale(utf8_)) {}
  Utf8Names(const Utf8Names&) = delete;
  ~Utf8Names() {
    uselocale(before_);
    if (utf8_ != locale_t{}) freelocale(utf8_);
  }

 private:
  locale_t utf8_;
  locale_t before_;
};

using Writer = std::unique_ptr<archive, WriterCloser>;
using Reading = std::unique_ptr<archive, ReaderCloser>;
using Entry = std::unique_ptr<archive_entry, EntryCloser>;

la_ssize_t append(archive*, void* out, const void* bytes, size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

std::unexpected<Error> failed(archive* archive) {
  const char* reason = archive_error_string(archive);
  return fail({}, reason == nullptr ? "the archive cannot be made" : reason);
}

}  // namespace

Result<std::string> pack_zip(const std::vector<ArchivedFile>& files) {
  std::string out;
  const Writer writer(archive_write_new());
  archive_write_set_format_zip(writer.get());
  archive_write_set_options(writer.get(), "zip:compression=deflate,zip:hdrcharset=UTF-8");
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  if (archive_write_open(writer.get(), &out, nullptr, append, nullptr) != ARCHIVE_OK) return failed(writer.get());
  for (const ArchivedFile& file : files) {
    const Entry entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), file.name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), kDate, 0);
    if (archive_write_header(writer.get(), entry.get()) != ARCHIVE_OK) return failed(writer.get());
    if (archive_write_data(writer.get(), file.bytes.data(), file.bytes.size()) < 0) return failed(writer.get());
  }
  if (archive_write_close(writer.get()) != ARCHIVE_OK) return failed(writer.get());
  return out;
}

Result<std::vector<ArchivedFile>> unpack_zip(std::string_view bytes, size_t limit) {
  const Utf8Names utf8_names;
  const Reading reader(archive_read_new());
  archive_read_support_format_zip(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return failed(reader.get());
  std::vector<ArchivedFile> files;
  archive_entry* entry = nullptr;
  size_t total = 0;
  int state = ARCHIVE_OK;
  while ((state = archive_read_next_header(reader.get(), &entry)) == ARCHIVE_OK) {
    const char* name = archive_entry_pathname_utf8(entry);
    ArchivedFile& file = files.emplace_back(ArchivedFile{name == nullptr ? "" : name, {}});
    char buffer[16384];
    for (la_ssize_t read = 0; (read = archive_read_data(reader.get(), buffer, sizeof buffer)) != 0;) {
      if (read < 0) return failed(reader.get());
      total += static_cast<size_t>(read);
      if (total > limit) return fail({}, "the archive holds more than is read", "send fewer or smaller files");
      file.bytes.append(buffer, static_cast<size_t>(read));
    }
  }
  if (state != ARCHIVE_EOF) return failed(reader.get());
  return files;
}

}  // namespace verbale
