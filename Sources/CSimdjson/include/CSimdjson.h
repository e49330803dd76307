/* simdjson for Swift: a text of JSON as one flat list of nodes. Debian: libsimdjson-dev. */
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

/* A value, or the name of one: in an object, each name stands before its value. */
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

static inline bool json_escapes(uint8_t byte) {
  return (byte < 0x20) | (byte == '"') | (byte == '\\');
}

/* Written so that a compiler makes a few steps of it. */
static inline bool json_escapes_any(const uint8_t sixteen[]) {
  uint8_t any = 0;
  for (int i = 0; i < 16; i++) any |= json_escapes(sixteen[i]);
  return any;
}

/* How many bytes of a text stand before the first that JSON escapes; most texts have none. */
static inline size_t json_plain_length(const uint8_t *text, size_t count) {
  const uint8_t *at = text, *end = text + count;
  while (end - at >= 16 && !json_escapes_any(at)) at += 16;
  if (count >= 16 && end - at < 16 && !json_escapes_any(end - 16)) return count;
  while (at < end && !json_escapes(*at)) at++;
  return at - text;
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
