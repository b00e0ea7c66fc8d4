#!/bin/sh
# Install a Debian package where that is possible; say how where it is not.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update --quiet=2 && DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --no-install-recommends --yes "$1"
else
    echo "The package $1 is missing. Install it first: sudo apt-get install $1" >&2
    exit 1
fi
