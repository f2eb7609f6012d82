#!/bin/sh
# Builds the wheel and tries it in an environment of its own, without the developers' tools.
# usage: try_wheel.sh PYTHON_WITH_HATCHLING EMPTY_FOLDER
set -eu
python=$1
folder=$2

"$python" -m hatchling build --target wheel --directory "$folder/dist"
"$python" -m venv "$folder/venv"
pip="$folder/venv/bin/python -m pip --quiet --quiet --disable-pip-version-check"
$pip install --require-hashes --requirement requirements/run.txt
$pip install --no-deps "$folder"/dist/*.whl

here=$PWD
# From elsewhere, so that nothing in this checkout is imported by chance.
cd "$folder"
venv/bin/python -c "import crosscase; print('crosscase', crosscase.__version__, 'imports')"
venv/bin/crosscase --help
venv/bin/python "$here/tools/try_desk.py" venv/bin/crosscase .
