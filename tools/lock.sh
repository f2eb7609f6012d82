#!/bin/sh
# Pins every dependency, for every supported Python and platform, with hashes and no host names.
# usage: lock.sh PATH_OF_UV [--upgrade]
set -eu
uv=$1
shift
pin() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$@"
}
pin "$@" --output-file requirements/run.txt pyproject.toml
pin "$@" --output-file requirements/dev.txt --constraint requirements/run.txt --group dev pyproject.toml
