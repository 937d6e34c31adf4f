#include "base/file.h"
#include "base/utf8.h"
#include "knowledge/tsv.h"
#include "pipeline/pipeline.h"
#include "record/json.h"
#include "verbale/verbale.h"

namespace verbale {

struct Session::State {
  Reader reader;
};

Session::Session(std::unique_ptr<State> state) : state_(std::move(state)) {}
Session::~Session() = default;

std::unique_ptr<Session> Session::open(std::string_view home, std::string& problem) {
  Result<Reader> reader = load_reader(std::string(home));
  if (!reader) {
    problem = reader.error().message();
    return nullptr;
  }
  return std::unique_ptr<Session>(new Session(std::make_unique<State>(std::move(*reader))));
}

std::string Session::read(const Account& account) const {
  Document document;
  document.source.name = account.name;
  document.source.sha256 = sha256_hex(account.text);
  document.source.given.title = account.title;
  document.source.given.date = account.date;
  document.source.given.outlet = account.outlet;
  document.source.given.side = account.side;
  if (find_malformed_utf8(account.text) == std::string_view::npos) document.text = account.text;
  read_document(document, state_->reader);
  return record_to_json(document, false);
}

std::string_view version() { return VERBALE_VERSION; }

}  // namespace verbale
