#!/bin/sh
# with-postgres.sh COMMAND [ARGUMENT...]: runs a command beside a PostgreSQL of its own.
#
# The server listens on a socket in a private directory and nowhere else, keeps
# nothing safe from a power cut, and is gone with all its data when the command
# ends.  The command finds it through MUKANA_TEST_POSTGRES.  The exit code is
# the command's.

set -eu
umask 077

bin=$(find /usr/lib/postgresql/*/bin -maxdepth 0 -type d 2>/dev/null | sort -V | tail -n 1)
if [ -z "$bin" ]; then
  echo '1..0 # SKIP PostgreSQL is not installed'
  exit 0
fi

# Not under TMPDIR: a socket's path is short, and the user postgres must get there.  In memory
# where there is room, because a table is three files and a test makes and drops many.
place=/tmp
free_kb=$(df -Pk /dev/shm 2>/dev/null | awk '$1 == "tmpfs" { print $4 }')
[ "${free_kb:-0}" -lt 2000000 ] || place=/dev/shm
home=$(mktemp -d "$place/mukana-pg.XXXXXX")
server=

stop ()
{
  if [ -n "$server" ]; then
    kill -QUIT "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$home"
}
trap stop EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# PostgreSQL refuses to run as root.  Not by runuser, which stays as a parent
# that would take the signals meant for the server.
as_owner ()
{
  if [ "$(id -u)" -eq 0 ]; then
    exec setpriv --reuid=postgres --regid=postgres --init-groups "$@"
  else
    exec "$@"
  fi
}

[ "$(id -u)" -ne 0 ] || chown postgres "$home"
cd "$home"
if ! (as_owner "$bin/initdb" -D "$home/data" -U test --auth=trust --no-sync --no-instructions \
        --locale=C.UTF-8 -E UTF8) >"$home/log" 2>&1; then
  cat "$home/log" >&2
  exit 1
fi

# One user who is let in with a password only, for tests of that.
{ echo 'local all mukana_guarded scram-sha-256'; cat "$home/data/pg_hba.conf"; } >"$home/hba"
cat "$home/hba" >"$home/data/pg_hba.conf"

(as_owner "$bin/postgres" -D "$home/data" -k "$home" -h '' -F \
   -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off -c shared_buffers=16MB \
   -c logging_collector=off) >"$home/log" 2>&1 &
server=$!

tries=0
until "$bin/pg_isready" -q -h "$home" -U test -d postgres; do
  tries=$((tries + 1))
  if [ "$tries" -gt 400 ] || ! kill -0 "$server" 2>/dev/null; then
    cat "$home/log" >&2
    exit 1
  fi
  sleep 0.05
done

cd "$OLDPWD"
export MUKANA_TEST_POSTGRES="postgresql://test@/postgres?host=$home"
result=0
"$@" || result=$?
exit "$result"
