#include "base/json_writer.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(JsonWriter, KeepsTheOrderOfKeysAndSeparates) {
  JsonWriter json;
  json.begin_object().key("b").value(1).key("a").begin_array().value("x").value(true).null();
  json.end_array().key("c").begin_object().end_object().end_object();
  EXPECT_EQ(json.text(), R"({"b": 1, "a": ["x", true, null], "c": {}})");
}

TEST(JsonWriter, EscapesWhatJsonAsksFor) {
  std::string out;
  append_json_string(out, "a\"b\\c\n\x01\x7Fô\xFF");
  EXPECT_EQ(out, "\"a\\\"b\\\\c\\n\\u0001\\u007fô\uFFFD\"");
}

TEST(JsonWriter, PrettyToADepth) {
  JsonWriter json(1);
  json.begin_object().key("a").begin_array().value(1).value(2).end_array().key("b").null();
  json.end_object();
  EXPECT_EQ(json.text(), "{\n \"a\": [1, 2],\n \"b\": null\n}");
}

}  // namespace
}  // namespace verbale
