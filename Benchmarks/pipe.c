/* Sends the lines of a file to a program and reads a line for each, one at a time or all as fast as they go:
   prints how many a second, and in how many microseconds half of them, and 99 of 100, were answered.

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
static size_t receive(void) {
  ssize_t count = read(from[0], replies, sizeof replies);
  if (count <= 0) fail("the program ended early");
  size_t ends = 0;
  for (char *at = replies; (at = memchr(at, '\n', replies + count - at)); at++) ends++;
  return ends;
}

int main(int count, char **arguments) {
  if (count < 4) return fputs("Usage: pipe LINES one|all PROGRAM [ARGUMENT...]\n", stderr), 2;
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

  /* The first line waits for the program to start, and is not counted. */
  size_t at = (char *)memchr(lines, '\n', size) - lines + 1;
  send(0, at);
  while (receive() == 0) {}
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
    while (got < total - 1) got += receive();
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
