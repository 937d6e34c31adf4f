#include "language/tagset.h"

namespace verbale {

VerbForm verb_form_from(std::string_view penn) {
  if (penn == "VB") return VerbForm::Base;
  if (penn == "VBD") return VerbForm::Past;
  if (penn == "VBG") return VerbForm::Gerund;
  if (penn == "VBN") return VerbForm::PastParticiple;
  if (penn == "VBP") return VerbForm::Present;
  if (penn == "VBZ") return VerbForm::Present3;
  if (penn == "MD") return VerbForm::Modal;
  return VerbForm::None;
}

std::optional<TagSet> TagSet::parse(std::string_view text) {
  TagSet out;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const size_t blank = line.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    const std::optional<Upos> upos = upos_from(line.substr(0, blank));
    if (!upos) return std::nullopt;
    Tag tag;
    tag.upos = *upos;
    tag.penn = line.substr(blank + 1);
    tag.verb = verb_form_from(tag.penn);
    tag.plural = tag.penn == "NNS" || tag.penn == "NNPS";
    out.tags_.push_back(tag);
  }
  if (out.tags_.size() > 127) return std::nullopt;
  return out;
}

int TagSet::find(Upos upos, std::string_view penn) const {
  for (size_t i = 0; i < tags_.size(); ++i) {
    if (tags_[i].upos == upos && tags_[i].penn == penn) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace verbale
