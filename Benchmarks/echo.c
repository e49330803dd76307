/* Writes out what it reads, and parses nothing: what a turn over a pipe costs before any work is done. */
#include <unistd.h>

int main(void) {
  static char bytes[1 << 16];
  for (ssize_t count; (count = read(0, bytes, sizeof bytes)) > 0;)
    for (ssize_t at = 0, done; at < count; at += done)
      if ((done = write(1, bytes + at, count - at)) <= 0) return 1;
}
