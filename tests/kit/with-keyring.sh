#!/bin/sh
# with-keyring.sh STATE COMMAND [ARGUMENT...]: runs a command in a session of its own.
#
# STATE is what the session's keyring is like: no-bus, no-service, no-keyring,
# locked or open.  The bus starts nothing by itself, home and run-time folder are
# private, and no display is to be seen: a keyring that wants to ask for its
# password then fails at once.  The command finds the state in
# MUKANA_TEST_KEYRING.  The exit code is the command's.

set -eu
umask 077

state=$1
shift

for program in gnome-keyring-daemon dbus-run-session gdbus; do
  if ! command -v "$program" >/dev/null; then
    echo "1..0 # SKIP $program is not installed"
    exit 0
  fi
done

# Not under TMPDIR: a socket's path is short.
home=$(mktemp -d /tmp/mukana-keyring.XXXXXX)
trap 'rm -rf "$home"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir "$home/home" "$home/run"
export HOME="$home/home" XDG_RUNTIME_DIR="$home/run" MUKANA_TEST_KEYRING="$state"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME DISPLAY WAYLAND_DISPLAY XAUTHORITY
unset DBUS_SESSION_BUS_ADDRESS SECRET_BACKEND GNOME_KEYRING_CONTROL

result=0
if [ "$state" = no-bus ]; then
  "$@" || result=$?
  exit "$result"
fi

cat >"$home/bus.conf" <<CONFIG
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=$home/run/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONFIG

# Runs inside the session; $0 is the state.
# shellcheck disable=SC2016  # expanded by the inner shell
session='
  daemon=
  start ()   # a password, or nothing for no keyring
  {
    printf %s "$1" | gnome-keyring-daemon --foreground --unlock --components=secrets \
      >/dev/null 2>&1 &
    daemon=$!
    gdbus wait --session --timeout 10 org.freedesktop.secrets || exit 1
  }
  stop ()
  {
    [ -z "$daemon" ] || kill "$daemon" 2>/dev/null || true
    [ -z "$daemon" ] || wait "$daemon" 2>/dev/null || true
  }
  trap stop EXIT

  case $0 in
    no-service) ;;
    no-keyring) start "" ;;
    open) start right ;;
    locked) start right; stop; start wrong ;;
    *) echo "with-keyring.sh: no such state: $0" >&2; exit 2 ;;
  esac

  result=0
  "$@" || result=$?
  exit "$result"'

dbus-run-session --config-file="$home/bus.conf" -- sh -c "$session" "$state" "$@" || result=$?
exit "$result"
