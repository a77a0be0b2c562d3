#!/bin/sh
# Open the window on an example project, or run the tour where there is no display.
#
#   run.sh FOLDER           the project lies in FOLDER and is made when it is not there
#   run.sh --tour FOLDER    the tour, display or not
set -eu

WORKBENCH=.venv/bin/workbench

tour() {
    rm -rf "$1"
    "$WORKBENCH" tour "$1"
    echo "The pictures and the tables of the tour are in $1."
}

# Made aside and moved into place whole, so that an interrupted run leaves no half of it.
make_example() {
    aside="$1.new"
    rm -rf "$aside"
    mkdir -p "$aside"
    "$WORKBENCH" new "$aside/example.workbench"
    "$WORKBENCH" import "$aside/example.workbench" resources/examples/*.txt
    mv "$aside" "$1"
}

has_display() {
    [ "$(uname -s)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

if [ "$1" = --tour ]; then
    tour "$2"
elif has_display; then
    [ -d "$1" ] || make_example "$1"
    exec "$WORKBENCH" open "$1/example.workbench" --coder example
else
    echo "There is no display here: running the tour instead of opening the window."
    QT_QPA_PLATFORM=offscreen
    export QT_QPA_PLATFORM
    tour build/tour
fi
