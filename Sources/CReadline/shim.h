/* GNU readline for Swift: its globals are set and read here, since Swift can't see them as safe.
   Debian: libreadline-dev. */
#ifndef CURIOUS_CREADLINE_SHIM_H
#define CURIOUS_CREADLINE_SHIM_H

#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>
#include <readline/readline.h>

/* Takes the locale's letters, or UTF-8 where the locale has single bytes only. */
static inline void editor_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
}

static inline void editor_set_up(rl_getc_func_t *next_byte, rl_completion_func_t *complete,
                                 rl_command_func_t *page_up) {
  rl_readline_name = "curious";
  rl_getc_function = next_byte;
  /* Signals come through a descriptor. */
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_initialize();
  rl_attempted_completion_function = complete;
  rl_completer_word_break_characters = ",";
  rl_variable_bind("completion-ignore-case", "on");
  rl_variable_bind("show-all-if-ambiguous", "on");
  rl_variable_bind("enable-bracketed-paste", "on");
  rl_bind_keyseq("\\e[5~", page_up);
}

/* A descriptor on which the signals that concern a terminal can be read, blocked otherwise; -1 where there is none.
   What the caller ignores, as nohup does, stays ignored. */
static inline int editor_signals(void) {
  static const int all[] = {SIGINT, SIGWINCH, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT};
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    struct sigaction action;
    if (sigaction(all[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN) sigaddset(&set, all[i]);
  }
  if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

/* What a signal that came through the descriptor does to a program that does not look for it: it stops it, until it
   is woken, or ends it. */
static inline void editor_give_in(int number) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  sigprocmask(SIG_BLOCK, &set, NULL);
}

/* The terminal's mode with each key passed on as it is pressed, and not printed. Ctrl-C stays a signal. */
static inline struct termios editor_by_keys(struct termios mode) {
  mode.c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN);
  mode.c_cc[VMIN] = 1;
  mode.c_cc[VTIME] = 0;
  return mode;
}

static inline int editor_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

/* One byte of standard input; 0 at its end. */
static inline int editor_read_byte(unsigned char *byte) {
  return read(STDIN_FILENO, byte, 1) == 1;
}

/* Prints bytes as they are, so that the letters of a terminal that has no UTF-8 come back as they were typed. */
static inline void editor_write(const unsigned char *bytes, size_t count) {
  if (count > 0 && write(STDOUT_FILENO, bytes, count) < 0) return;
}

static inline const char *editor_buffer(void) { return rl_line_buffer ? rl_line_buffer : ""; }

static inline void editor_insert(const char *text) {
  rl_insert_text(text);
  rl_redisplay();
}

/* Ends the line as Enter would, from a key of ours. */
static inline void editor_finish(void) { rl_done = 1; }

/* No file names are offered when nothing of ours completes, and no space is added. */
static inline void editor_only_ours(void) {
  rl_attempted_completion_over = 1;
  rl_completion_append_character = 0;
  rl_completion_suppress_append = 1;
}

#endif
