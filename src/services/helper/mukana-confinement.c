/* mukana-confinement.c: giving up everything that reading a file does not need.
 *
 * Limits of memory, time and files come first; then a filter of system calls that
 * allows memory, reading and writing what is already open, and nothing else.  What
 * is not in the list fails as if it were forbidden, so a library that probes for a
 * feature goes on without it.
 */

#include "services/helper/mukana-confinement.h"

#include <errno.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static const int allowed_calls[] = {
  SCMP_SYS (read), SCMP_SYS (readv), SCMP_SYS (pread64), SCMP_SYS (write), SCMP_SYS (writev),
  SCMP_SYS (lseek), SCMP_SYS (_llseek), SCMP_SYS (close),
  SCMP_SYS (mremap), SCMP_SYS (munmap), SCMP_SYS (madvise),
  SCMP_SYS (brk), SCMP_SYS (futex), SCMP_SYS (sched_yield), SCMP_SYS (getrandom),
  SCMP_SYS (clock_gettime), SCMP_SYS (gettimeofday), SCMP_SYS (getpid), SCMP_SYS (gettid),
  SCMP_SYS (tgkill), SCMP_SYS (rt_sigaction), SCMP_SYS (rt_sigprocmask), SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sigaltstack), SCMP_SYS (restart_syscall), SCMP_SYS (exit), SCMP_SYS (exit_group),
};

/* Allowed unless they would make a program of what was read. */
static const int memory_calls[] = { SCMP_SYS (mmap), SCMP_SYS (mmap2), SCMP_SYS (mprotect) };

static void
set_limit (int    resource,
           rlim_t value)
{
  struct rlimit limit = { .rlim_cur = value, .rlim_max = value };

  /* A limit that is already stricter than ours cannot be raised, and need not be. */
  setrlimit (resource, &limit);
}

static gboolean
install_filter (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean ok = filter != NULL;

  for (guint i = 0; ok && i < G_N_ELEMENTS (allowed_calls); i++)
    ok = seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed_calls[i], 0) == 0;

  for (guint i = 0; ok && i < G_N_ELEMENTS (memory_calls); i++)
    ok = seccomp_rule_add (filter, SCMP_ACT_ALLOW, memory_calls[i], 1,
                           SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
  ok = ok && seccomp_load (filter) == 0;

  if (filter != NULL)
    seccomp_release (filter);
  return ok;
}

/**
 * mukana_confine:
 *
 * Confines the calling process for good.  Call it while there is one thread.
 *
 * Returns: whether the kernel accepted the filter; the limits hold in any case
 */
gboolean
mukana_confine (void)
{
  /* The shadow memory of a sanitizer is far more than a reader may have. */
#ifndef __SANITIZE_ADDRESS__
  set_limit (RLIMIT_AS, (rlim_t) 1 << 30);
#endif
  set_limit (RLIMIT_CPU, 60);
  set_limit (RLIMIT_FSIZE, 0);
  set_limit (RLIMIT_CORE, 0);
  set_limit (RLIMIT_NOFILE, 8);

  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return FALSE;
  /* Not even other programs of the same user may look into it. */
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);

  return install_filter ();
}
