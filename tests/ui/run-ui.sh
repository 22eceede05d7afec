#!/bin/bash
# run-ui.sh COMMAND...: runs it on a display, a session bus and an unlocked keyring of its own.
#
# Services that the bus starts do not see the display: a prompt of the keyring then fails at
# once instead of waiting for somebody.  Exits as the command does, or with 77 (skipped)
# where there is no Xvfb.
set -u

command -v Xvfb >/dev/null || { echo "skipped: Xvfb is not installed" >&2; exit 77; }

T=$(mktemp -d "${TMPDIR:-/tmp}/mukana-ui.XXXXXX")
mkdir -p -m 700 "$T/home" "$T/run"
export HOME=$T/home XDG_RUNTIME_DIR=$T/run XDG_CONFIG_HOME=$T/home/.config
export XDG_DATA_HOME=$T/home/.local/share XDG_CACHE_HOME=$T/home/.cache
export LC_ALL=C.UTF-8 LANGUAGE=${UI_LANGUAGE:-fi} TZ=Europe/Helsinki
export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable GDK_DISABLE=gl
export GSETTINGS_BACKEND=memory
export GTK_A11Y=${GTK_A11Y:-atspi} ADW_DISABLE_PORTAL=1 GTK_USE_PORTAL=0
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XAUTHORITY AT_SPI_BUS_ADDRESS

exec 3>"$T/display"
Xvfb -displayfd 3 -screen 0 "${UI_SCREEN:-1280x800x24}" -nolisten tcp -ac >"$T/xvfb.log" 2>&1 &
xvfb=$!
exec 3>&-
trap 'kill $xvfb 2>/dev/null; wait $xvfb 2>/dev/null; [ -n "${KEEP_UI:-}" ] || rm -rf "$T"' EXIT
for _ in $(seq 100); do [ -s "$T/display" ] && break; sleep .05; done
UI_DISPLAY=:$(cat "$T/display")
export T UI_DISPLAY

dbus-run-session -- bash -c '
  if command -v gnome-keyring-daemon >/dev/null; then
    printf %s testpw |
      gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
    keyring=$!
    gdbus wait --session --timeout 5 org.freedesktop.secrets
  fi
  export DISPLAY=$UI_DISPLAY
  if command -v openbox >/dev/null; then
    # A window that is there before the manager never gets the focus.
    openbox --startup "touch $T/managed" >/dev/null 2>&1 &
    manager=$!
    for _ in $(seq 200); do [ -e "$T/managed" ] && break; sleep .05; done
  fi
  "$@"; rc=$?
  kill ${manager:-} ${keyring:-} 2>/dev/null
  wait ${manager:-} ${keyring:-} 2>/dev/null
  exit $rc' run-ui "$@" \
  2> >(grep -v -E 'dbus-daemon\[|SpiRegistry|Openbox|discover_other|X connection' >&2)
