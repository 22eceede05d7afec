# setup.sh: what a fresh Debian 12 or 13 lacks for building, running and testing Mukana.
#
# Read into data/run.sh and tests/run.sh with ".".  Works as root and as a user
# with sudo, installs only what is missing, and touches neither the network nor
# sudo when nothing is.

mukana_build_packages='
  build-essential meson ninja-build pkg-config gettext
  libgtk-4-dev libadwaita-1-dev libsecret-1-dev libvoikko-dev libstemmer-dev
  libzip-dev libxml2-dev libcsv-dev libical-dev libpq-dev libseccomp-dev
  libglib2.0-bin desktop-file-utils appstream'

mukana_run_packages='
  voikko-fi adwaita-icon-theme librsvg2-common fonts-cantarell fonts-dejavu-core
  dbus gnome-keyring'

mukana_test_packages='
  python3 locales postgresql libsecret-tools poppler-utils strace libglpk-dev
  xvfb xauth xdotool openbox imagemagick at-spi2-core gir1.2-atspi-2.0 python3-gi faketime
  python3-icalendar'

mukana_say ()
{
  printf '%s\n' "mukana: $*" >&2
}

mukana_as_root ()
{
  if [ "$(id -u)" -eq 0 ]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

# Prints those of the packages given that are not installed.
mukana_missing ()
{
  mukana_there=$(dpkg-query -W -f='${db:Status-Status}:${Package} ' "$@" 2>/dev/null || true)
  for mukana_package in "$@"; do
    case " $mukana_there" in
      *" installed:$mukana_package "*) ;;
      *) printf '%s ' "$mukana_package" ;;
    esac
  done
}

mukana_install ()
{
  mukana_say "installing: $*"
  mukana_as_root apt-get -q -y -o DPkg::Lock::Timeout=300 \
    install --no-install-recommends "$@" >&2
}

mukana_wrap_value ()
{
  sed -n "s/^$1 *= *//p" subprojects/sqlite3mc.wrap
}

# The SQLCipher of Debian 12 is version 3, whose files are of another format;
# there the pinned source of the wrap is built in.
mukana_is_sqlcipher_4 ()
{
  [ -n "$1" ] && dpkg --compare-versions "$1" ge 4
}

mukana_has_database ()
{
  [ -f "subprojects/packagefiles/$(mukana_wrap_value source_filename)" ] ||
    mukana_is_sqlcipher_4 "$(dpkg-query -W -f='${Version}' libsqlcipher-dev 2>/dev/null)"
}

mukana_offered_sqlcipher ()
{
  LC_ALL=C apt-cache policy libsqlcipher-dev | sed -n 's/^ *Candidate: *//p' | grep -v none
}

# Fetches the pinned source, and keeps it only when it is the one the wrap names.
mukana_fetch_database ()
{
  mukana_archive=$(mukana_wrap_value source_filename)
  mukana_fetched=$(mktemp -d)
  mukana_name=${mukana_archive%.tgz}

  mukana_say "fetching $mukana_name"
  if (cd "$mukana_fetched" &&
      npm pack --silent "${mukana_name%-*}@${mukana_name##*-}" >/dev/null) &&
     printf '%s  %s\n' "$(mukana_wrap_value source_hash)" "$mukana_fetched/$mukana_archive" |
       sha256sum --check --status; then
    mv "$mukana_fetched/$mukana_archive" subprojects/packagefiles/
    rm -rf "$mukana_fetched"
  else
    rm -rf "$mukana_fetched"
    mukana_say "$mukana_archive could not be fetched, or is not the one that was pinned"
    return 1
  fi
}

# mukana_setup PACKAGE...: makes the machine ready; call it at the top of the tree.
mukana_setup ()
{
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    mukana_say 'this is not Debian: install what src/README.md lists; going on without'
    return 0
  fi

  mukana_wanted=$(mukana_missing "$@")
  if [ -n "$mukana_wanted" ] || ! mukana_has_database; then
    mukana_as_root apt-get -q -o DPkg::Lock::Timeout=300 update >&2
    if ! mukana_has_database; then
      if mukana_is_sqlcipher_4 "$(mukana_offered_sqlcipher)"; then
        mukana_wanted="$mukana_wanted libsqlcipher-dev"
      elif ! command -v npm >/dev/null; then
        mukana_wanted="$mukana_wanted npm"
      fi
    fi
    # shellcheck disable=SC2086  # a list of words
    [ -z "$mukana_wanted" ] || mukana_install $mukana_wanted
  fi

  mukana_has_database || mukana_fetch_database
}
