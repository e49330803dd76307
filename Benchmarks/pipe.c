/* Sends the lines of a file to a program and reads a line for each, one at a time or all as fast as they go:
   prints how many a second, and in how many microseconds half of them, and 99 of 100, were answered.

   Lines that start conversations come first, and are not counted. The names that the program gives them take the
   places of @ and a number in the lines that follow.

   Usage: pipe LINES one|all PROGRAM [ARGUMENT...] */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char *lines;
static size_t size;
static int to[2], from[2];
static char replies[1 << 20];

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static int by_size(const void *a, const void *b) {
  float x = *(const float *)a, y = *(const float *)b;
  return (x > y) - (x < y);
}

static void fail(const char *what) {
  perror(what);
  exit(3);
}

static void send(size_t at, size_t end) {
  for (ssize_t done; at < end; at += done)
    if ((done = write(to[1], lines + at, end - at)) <= 0) fail("write");
}

static void *send_all(void *first) {
  send((size_t)first, size);
  return NULL;
}

/* Reads what there is; so many lines end in it. */
static ssize_t count;
static size_t receive(void) {
  count = read(from[0], replies, sizeof replies - 1);
  if (count <= 0) fail("the program ended early");
  size_t ends = 0;
  for (char *at = replies; (at = memchr(at, '\n', replies + count - at)); at++) ends++;
  return ends;
}

enum { NAME = 26 };
static char (*names)[NAME];

/* Starts conversations, and remembers their names; where the lines after that begin. */
static size_t start_conversations(void) {
  size_t at = 0, started = 0;
  while (at < size) {
    size_t end = (char *)memchr(lines + at, '\n', size - at) - lines + 1;
    if (!memmem(lines + at, end - at, "conversation/start", 18)) break;
    send(at, end);
    size_t ends = 0;
    char *name = NULL;
    while (ends == 0) {
      ends = receive();
      if (!name && (name = memmem(replies, count, "\"conversation\":\"", 16))) {
        names = realloc(names, (started + 1) * NAME);
        memcpy(names[started++], name + 16, NAME);
      }
    }
    at = end;
  }
  for (char *place = lines + at; started && (place = memmem(place, lines + size - place, ":\"@", 3)); place += NAME) {
    size_t number = strtoul(place + 3, NULL, 10);
    if (number < started) memcpy(place + 2, names[number], NAME);
  }
  return at;
}

int main(int given, char **arguments) {
  if (given < 4) return fputs("Usage: pipe LINES one|all PROGRAM [ARGUMENT...]\n", stderr), 2;
  int one = strcmp(arguments[2], "one") == 0, file = open(arguments[1], O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) fail(arguments[1]);
  size = status.st_size;
  lines = malloc(size);
  if (!lines || read(file, lines, size) != (ssize_t)size) fail(arguments[1]);
  size_t total = 0, got = 0;
  for (size_t at = 0; at < size; at++) total += lines[at] == '\n';

  if (pipe(to) != 0 || pipe(from) != 0) fail("pipe");
  pid_t child = fork();
  if (child == 0) {
    dup2(to[0], 0), dup2(from[1], 1);
    close(to[0]), close(to[1]), close(from[0]), close(from[1]);
    execvp(arguments[3], arguments + 3);
    fail(arguments[3]);
  }
  close(to[0]), close(from[1]);

  size_t at = start_conversations();
  for (size_t from = 0; from < at; from++) total -= lines[from] == '\n';
  float *times = calloc(total, sizeof *times);
  double start = now();
  if (one) {
    for (size_t end; at < size; at = end) {
      end = (char *)memchr(lines + at, '\n', size - at) - lines + 1;
      double sent = now();
      send(at, end);
      while (receive() == 0) {}
      times[got++] = now() - sent;
    }
  } else {
    pthread_t sender;
    if (pthread_create(&sender, NULL, send_all, (void *)at) != 0) fail("thread");
    while (got < total) got += receive();
    pthread_join(sender, NULL);
  }
  double took = now() - start;
  close(to[1]);
  int result;
  waitpid(child, &result, 0);
  qsort(times, got, sizeof *times, by_size);
  printf("%.0f %.1f %.1f\n", got / took * 1e6, times[got / 2], times[got * 99 / 100]);
  return result != 0;
}
