/* simdjson for Swift: a text of JSON as one flat list of nodes, and a text as JSON. Debian: libsimdjson-dev. */
#ifndef CURIOUS_CSIMDJSON_H
#define CURIOUS_CSIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

enum json_kind {
  json_null, json_false, json_true, json_integer, json_number, json_text, json_array, json_object
};

/* A value, or the name of one: in an object, each name comes before its value. */
struct json_node {
  uint8_t kind;
  /* The bytes of a text; the values of an array or object. */
  uint32_t count;
  /* The number of the first node after this one and all in it. */
  uint32_t end;
  union {
    int64_t integer;
    double number;
    const char *text;
  };
};

/* Whether it is this text. */
static inline bool json_node_is(const struct json_node *node, const void *text, size_t count) {
  return node->kind == json_text && node->count == count && memcmp(node->text, text, count) == 0;
}

/* Whether a text has a byte that is zero. */
static inline bool json_node_has_zero(const struct json_node *node) {
  return memchr(node->text, 0, node->count) != NULL;
}

typedef uint8_t json_bytes __attribute__((vector_size(16)));

/* How many of sixteen bytes are before the first that JSON escapes; the first is the lowest of a word. */
static inline size_t json_plain_length(json_bytes bytes) {
  json_bytes escaped = (json_bytes)((bytes < 0x20) | (bytes == '"') | (bytes == '\\'));
  uint64_t halves[2];
  memcpy(halves, &escaped, 16);
  if (halves[0]) return __builtin_ctzll(halves[0]) / 8;
  return halves[1] ? 8 + __builtin_ctzll(halves[1]) / 8 : 16;
}

/* How much room json_quote needs. */
static inline size_t json_quoted_size(size_t count) { return 6 * count + 18; }

/* Writes a text as JSON has it, between quotes; how many bytes that took. */
static inline size_t json_quote(uint8_t *to, const uint8_t *text, size_t count) {
  const uint8_t *start = to, *end = text + count;
  *to++ = '"';
  while (text < end) {
    size_t rest = end - text;
    /* What is not there is zero, and so is not taken for plain. */
    json_bytes bytes = {0};
    if (rest >= 16) memcpy(&bytes, text, 16);
    else memcpy(&bytes, text, rest);
    size_t plain = json_plain_length(bytes);
    memcpy(to, &bytes, 16);
    to += plain, text += plain;
    if (plain == 16 || text == end) continue;
    uint8_t byte = *text++;
    *to++ = '\\';
    switch (byte) {
      case '\n': *to++ = 'n'; break;
      case '\r': *to++ = 'r'; break;
      case '\t': *to++ = 't'; break;
      case '"': case '\\': *to++ = byte; break;
      default:
        memcpy(to, "u00", 3);
        to[3] = "0123456789abcdef"[byte >> 4];
        to[4] = "0123456789abcdef"[byte & 15];
        to += 5;
    }
  }
  *to++ = '"';
  return to - start;
}

struct json_reader;

/* Reads values nested as deep as this, and no deeper; null where there is no memory. */
struct json_reader *json_reader_new(size_t max_depth);
void json_reader_free(struct json_reader *reader);

/* The nodes of one JSON text, valid until the next call; null where it is none. */
const struct json_node *json_reader_read(
    struct json_reader *reader, const uint8_t *bytes, size_t length);

#ifdef __cplusplus
}
#endif

#endif
