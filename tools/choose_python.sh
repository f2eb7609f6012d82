#!/bin/sh
# Prints the first Python that can make an environment for crosscase, or says what to install.
# A first argument names the only one to try. A Python that is found but does not start (a
# version manager's empty stand-in) is passed over.
set -u
oldest=11
newest=14
unable=""
too_old=""

suits='import sys; sys.exit(not (3, '$oldest') <= sys.version_info[:2] <= (3, '$newest'))'
makes_environments='import ensurepip, venv'

candidates=${1:-"python3 python3.14 python3.13 python3.12 python3.11 \
/usr/bin/python3 /usr/bin/python3.14 /usr/bin/python3.13 /usr/bin/python3.12 /usr/bin/python3.11"}

for candidate in $candidates; do
    version=$("$candidate" --version 2>/dev/null) || continue
    if ! "$candidate" -c "$suits" 2>/dev/null; then
        too_old="$too_old $candidate ($version)"
    elif "$candidate" -c "$makes_environments" 2>/dev/null; then
        command -v "$candidate"
        exit 0
    else
        unable=$candidate
    fi
done

if [ -n "$unable" ]; then
    echo "$unable cannot make environments. On Debian and Ubuntu: apt install python3-venv." >&2
elif [ -n "$too_old" ]; then
    echo "crosscase needs Python 3.$oldest to 3.$newest; found only:$too_old." >&2
    echo "Install one of these, or name it: make setup PYTHON=/path/to/python3.12" >&2
else
    echo "No Python found. Install Python 3.$oldest or newer (with venv), then run make again." >&2
fi
exit 1
