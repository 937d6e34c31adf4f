// Verbale as a library: from the text of an account to its record as JSON.
//
//   std::string problem;
//   std::unique_ptr<verbale::Session> session = verbale::Session::open("", problem);
//   if (session) std::puts(session->read({.text = text, .date = "2024-08-19"}).c_str());
//
// Link with the CMake target `verbale_api`.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace verbale {

// One account. `text` is UTF-8. What is left empty is looked for in the text.
struct Account {
  std::string_view text;
  std::string_view name = "account";  // what the record calls the document
  std::string_view title = {};
  std::string_view date = {};    // "2024-08-19"
  std::string_view outlet = {};  // "Xinhua"
  std::string_view side = {};    // ISO 3166 alpha-3 of the outlet's state
};

// Packs and weights, loaded once. Threads may share one session: reading changes nothing in it.
class Session {
 public:
  // `home`: the folder that holds knowledge/ and models/; empty: as the program finds it. Returns null
  // and sets `problem` (one line: what is wrong, where, how to mend it) where one of them cannot be read.
  static std::unique_ptr<Session> open(std::string_view home, std::string& problem);
  ~Session();

  // The record in the JSON of `verbale read --json`. Places are code points of `account.text`. Malformed
  // UTF-8 gives an empty record. The same account gives the same bytes.
  std::string read(const Account& account) const;

  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

 private:
  struct State;
  explicit Session(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// The program's version, "0.1.0".
std::string_view version();

}  // namespace verbale
