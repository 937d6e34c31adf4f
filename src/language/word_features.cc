#include "language/word_features.h"

#include "base/utf8.h"
#include "language/hash.h"

namespace verbale {
namespace {

char shape_of(char32_t c) {
  if (is_upper(c)) return 'X';
  if (is_letter(c)) return 'x';
  if (is_digit(c)) return 'd';
  return c < 0x80 ? static_cast<char>(c) : '#';
}

}  // namespace

WordFeatures make_word_features(std::string_view form, std::string_view lower, const Clusters& clusters) {
  if (has_combining_mark(form)) {
    const std::string composed = compose(form);
    if (composed != form) return make_word_features(composed, lower, clusters);
  }
  WordFeatures out;
  out.form = hash_bytes(form);
  out.lower = hash_bytes(lower);
  const WordClass classes = clusters.find(out.lower);
  out.coarse = classes.coarse;
  out.fine = classes.fine;
  for (size_t i = 0; i < 4; ++i) {
    if (lower.size() > i) out.suffix[i] = hash_bytes(lower.substr(lower.size() - i - 1));
  }
  for (size_t i = 0; i < 3; ++i) {
    if (lower.size() > i) out.prefix[i] = hash_bytes(lower.substr(0, i + 1));
  }
  char shape[16];
  size_t size = 0;
  size_t run = 0;
  bool lower_seen = false;
  bool upper_seen = false;
  for (size_t at = 0; at < form.size() && size < sizeof shape;) {
    const CodePoint c = decode_utf8(form, at);
    at += c.length;
    const char kind = shape_of(c.value);
    lower_seen |= kind == 'x';
    upper_seen |= kind == 'X';
    run = size > 0 && shape[size - 1] == kind ? run + 1 : 1;
    if (run <= 3) shape[size++] = kind;
  }
  out.shape = hash_bytes(std::string_view(shape, size));
  out.capital = size > 0 && shape[0] == 'X';
  out.all_capitals = upper_seen && !lower_seen && form.size() > 1;
  return out;
}

}  // namespace verbale
