#!/bin/sh
# See to what pip cannot install: Python with venv, Qt's system libraries, a font with Chinese.
#
#   system.sh ready     install what is missing, or say what to type
#   system.sh python    print the Python to use
#
# On Debian and Ubuntu root gets the packages installed, anyone else one line to type. Other systems
# are left alone: Qt's wheels bring along what they need on macOS and Windows.
set -eu

# soname=package; the second half is what a real screen needs beyond the offscreen platform.
LIBRARIES="
libEGL.so.1=libegl1
libGL.so.1=libgl1
libglib-2.0.so.0=libglib2.0-0
libdbus-1.so.3=libdbus-1-3
libfontconfig.so.1=libfontconfig1
libxkbcommon.so.0=libxkbcommon0
libxcb-cursor.so.0=libxcb-cursor0
libxkbcommon-x11.so.0=libxkbcommon-x11-0
libxcb-icccm.so.4=libxcb-icccm4
libxcb-keysyms.so.1=libxcb-keysyms1
libxcb-shape.so.0=libxcb-shape0
libwayland-cursor.so.0=libwayland-cursor0
libwayland-egl.so.1=libwayland-egl1
"
FONT_FOLDERS="/usr/share/fonts /usr/local/share/fonts ${HOME:-/}/.fonts ${HOME:-/}/.local/share/fonts"

say() { printf '%s\n' "$*" >&2; }

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

has_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# Print the first Python that is new enough and passes the test named by $1.
first_python() {
    for candidate in python3.13 python3.12 python3.11 python3; do
        if new_enough "$candidate" && "$1" "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

# Install packages as root, or print the one line to type and fail.
install() {
    if [ "$(id -u)" -eq 0 ]; then
        say "Installing with apt: $*"
        apt-get update -q >&2
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2
    else
        say "Some system packages are missing. Type this line, then try again:"
        say "    sudo apt-get install -y $*"
        return 1
    fi
}

python() {
    first_python has_venv && return 0
    say "Python 3.11 or newer with its venv module is needed: install it, then try again."
    return 1
}

# Debian cuts venv out of Python and packs it under the version's own name.
missing_python() {
    if first_python has_venv >/dev/null; then
        return 0
    elif found=$(first_python true); then
        "$found" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2], end=" ")'
    else
        printf 'python3 python3-venv '
    fi
}

missing_libraries() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    for pair in $LIBRARIES; do
        case "$known" in
            *"${pair%%=*} "*) ;;
            *) printf '%s ' "${pair##*=}" ;;
        esac
    done
}

has_chinese_font() {
    if command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ]; then
        return 0
    fi
    # shellcheck disable=SC2086  # the folders are meant to be split
    [ -n "$(find $FONT_FOLDERS \( -iname '*cjk*.[ot]t[cf]' -o -iname 'wqy*.tt[cf]' \
        -o -iname 'SourceHan*.[ot]t[cf]' \) 2>/dev/null | head -n 1)" ]
}

ready() {
    [ "$(uname -s)" = Linux ] && command -v apt-get >/dev/null 2>&1 || return 0
    missing="$(missing_python)$(missing_libraries)"
    font=
    has_chinese_font || font=fonts-noto-cjk
    [ -n "$missing$font" ] || return 0
    # Without the font the program still starts, so that alone stops nobody.
    # shellcheck disable=SC2086  # the packages are meant to be split
    install $missing $font || [ -z "$missing" ]
}

case "${1:-}" in
    ready | python) "$1" ;;
    *)
        say "usage: system.sh ready|python"
        exit 2
        ;;
esac
