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
#include <unistd.h>
#include <readline/readline.h>

/* Takes the locale's letters, or UTF-8 where the locale has single bytes only. */
static inline void editor_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
}

static inline void editor_set_up(rl_completion_func_t *complete, rl_command_func_t *page_up) {
  rl_readline_name = "curious";
  /* SIGINT and SIGWINCH come through a descriptor; the others restore the terminal. */
  rl_catch_signals = 1;
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

/* A descriptor on which SIGINT and SIGWINCH can be read, blocked otherwise; -1 where there is none. */
static inline int editor_signals(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGWINCH);
  if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

static inline int editor_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

/* One byte of standard input; 0 at its end. */
static inline int editor_read_byte(unsigned char *byte) {
  return read(STDIN_FILENO, byte, 1) == 1;
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
