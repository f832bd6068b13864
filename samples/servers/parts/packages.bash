# What the servers need from Debian, installed without any daemon being started.

PACKAGES=(slapd ldap-utils mariadb-server mariadb-client dovecot-imapd dovecot-ldap openssl python3)
CYRUS_PACKAGES=(cyrus-imapd cyrus-common libical3 libicu72 libxapian30 libclamav12 libzephyr4 libpcre3 libpq5)
# Not below a home folder: user mail must reach it.
CYRUS_ROOT=/var/cache/muster/cyrus
POLICY=/usr/sbin/policy-rc.d

say() { echo "servers: $*" >&2; }
die() {
  say "$*"
  exit 1
}

is_installed() { [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

install_missing() {
  local package missing=() wanted=("${PACKAGES[@]}")
  ((EUID == 0)) || die "must be started as root: the servers drop to their own users"
  wants_cyrus && wanted+=(sasl2-bin libsasl2-modules)
  for package in "${wanted[@]}"; do
    is_installed "$package" || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  say "installing ${missing[*]}"
  (
    flock 9
    forbid_daemons
    apt_get install -y --no-install-recommends "${missing[@]}"
  ) 9>/run/lock/muster-packages >&2 || die "apt-get could not install ${missing[*]}; its answer is above"
}

# Debian asks policy-rc.d before a package starts its daemon; 101 = no. An administrator's own file comes back after.
forbid_daemons() {
  local kept
  kept=$(mktemp -d)
  [[ -e $POLICY ]] && cp -a "$POLICY" "$kept/"
  # shellcheck disable=SC2064
  trap "rm -f $POLICY; [[ ! -e $kept/policy-rc.d ]] || cp -a $kept/policy-rc.d $POLICY; rm -rf $kept" EXIT
  rm -f "$POLICY"
  printf '#!/bin/sh\nexit 101\n' >"$POLICY"
  chmod 755 "$POLICY"
}

apt_get() {
  local options=(-q -o DPkg::Lock::Timeout=300 -o APT::Sandbox::User=root)
  DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" "$@" && return
  apt-get -q update
  DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" "$@"
}

# Debian refuses Cyrus beside Dovecot, so it lives in a folder of its own and is never installed.
unpack_cyrus() { unpack Cyrus "$CYRUS_ROOT" usr/lib/cyrus/bin/imapd "${CYRUS_PACKAGES[@]}"; }

# unpack TITLE FOLDER FILE PACKAGE...: into a folder of its own, unless the file is there already
unpack() {
  local title=$1 root=$2 file=$3
  shift 3
  [[ -x $root/$file ]] && return
  say "unpacking $title into $root"
  mkdir -p "$(dirname "$root")"
  (
    flock 9
    [[ -x $root/$file ]] && exit
    work=$(mktemp -d "$root.XXXXXX") && cd "$work" && mkdir root || exit 1
    apt_get download "$@" || exit 1
    for package in *.deb; do
      dpkg -x "$package" root || exit 1
    done
    chmod 755 root
    rm -rf "$root" && mv root "$root" && rm -rf "$work"
  ) 9>"$root.lock" >&2 || die "could not unpack $title; apt-get's answer is above"
}
