#include "CSimdjson.h"

#include <new>
#include <simdjson.h>
#include <vector>

using namespace simdjson;

struct json_reader {
  dom::parser parser;
  std::vector<json_node> nodes;

  json_node &add(uint8_t kind) {
    nodes.push_back(json_node{kind, 0, uint32_t(nodes.size() + 1), {0}});
    return nodes.back();
  }

  void add_text(std::string_view text) {
    json_node &node = add(json_text);
    node.count = uint32_t(text.size());
    node.text = text.data();
  }

  // As deep as the parser lets values be nested, and no deeper.
  void add(dom::element element) {
    switch (element.type()) {
    case dom::element_type::NULL_VALUE: add(json_null); break;
    case dom::element_type::BOOL:
      add(bool(element) ? json_true : json_false);
      break;
    case dom::element_type::INT64: add(json_integer).integer = int64_t(element); break;
    case dom::element_type::UINT64: add(json_number).number = double(uint64_t(element)); break;
    case dom::element_type::DOUBLE: add(json_number).number = double(element); break;
    case dom::element_type::STRING: add_text(std::string_view(element)); break;
    case dom::element_type::ARRAY: {
      size_t at = nodes.size();
      uint32_t count = 0;
      add(json_array);
      for (dom::element child : dom::array(element)) {
        add(child);
        count++;
      }
      close(at, count);
      break;
    }
    case dom::element_type::OBJECT: {
      size_t at = nodes.size();
      uint32_t count = 0;
      add(json_object);
      for (dom::key_value_pair field : dom::object(element)) {
        add_text(field.key);
        add(field.value);
        count++;
      }
      close(at, count);
      break;
    }
    }
  }

  void close(size_t at, uint32_t count) {
    nodes[at].count = count;
    nodes[at].end = uint32_t(nodes.size());
  }
};

json_reader *json_reader_new(size_t max_depth) {
  json_reader *reader = new (std::nothrow) json_reader;
  if (reader && reader->parser.allocate(4096, max_depth) != SUCCESS) {
    delete reader;
    return nullptr;
  }
  return reader;
}

void json_reader_free(json_reader *reader) { delete reader; }

const json_node *json_reader_read(json_reader *reader, const uint8_t *bytes, size_t length) {
  // A byte-order mark is no JSON, and newer versions of simdjson pass over it.
  if (length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF) return nullptr;
  try {
    dom::element element;
    if (reader->parser.parse(bytes, length).get(element) != SUCCESS) return nullptr;
    reader->nodes.clear();
    reader->add(element);
    return reader->nodes.data();
  } catch (const std::exception &) {
    return nullptr;
  }
}
