// Functions of the C library that Swift cannot call because they take a variable number of arguments.
#pragma once

#include <sys/prctl.h>

// Lets nobody but root look into this process: no core file, no debugger, no /proc/PID/mem.
static inline int process_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
