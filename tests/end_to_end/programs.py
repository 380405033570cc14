"""Where the programs under test, the sources and the Python stubs are.

A program is looked for in $ISNAD_BIN_DIR, then below the current folder (where Bazel puts what a
test depends on), then in bazel-bin. $ISNAD_BINARY names `isnad` itself.
"""

import atexit
import functools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

# The checkout, also when Bazel runs the test among links to it.
ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMO_CORPUS = ROOT / "tests" / "corpus" / "demo"

_PACKAGES = {
    "isnad": "clients/cli",
    "isnad_ingestion": "services/ingestion",
    "isnad_extraction": "services/extraction",
    "isnad_facts": "services/facts",
    "isnad_answering": "services/answering",
}


def program(name):
    """The path of a program of the suite."""
    if name == "isnad" and os.environ.get("ISNAD_BINARY"):
        return os.path.abspath(os.environ["ISNAD_BINARY"])
    candidates = [pathlib.Path(_PACKAGES[name]) / name, ROOT / "bazel-bin" / _PACKAGES[name] / name]
    if os.environ.get("ISNAD_BIN_DIR"):
        candidates.insert(0, pathlib.Path(os.environ["ISNAD_BIN_DIR"]) / name)
    for candidate in candidates:
        if candidate.is_file():
            return str(candidate.absolute())
    raise FileNotFoundError(
        f"no program {name}: build it, or set ISNAD_BIN_DIR to the folder that holds it")


def new_folder(name):
    """A folder that is removed when the process ends."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"isnad-{name}-", dir=os.environ.get("TEST_TMPDIR")))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.lru_cache(maxsize=None)
def provide_stubs():
    """Writes the stubs and makes `isnad_client` and the generated modules importable."""
    python = ROOT / "clients" / "python"
    folder = new_folder("stubs")
    subprocess.run([str(python / "generate.sh"), str(folder)], check=True, timeout=60)
    os.environ["ISNAD_STUBS"] = str(folder)
    # The suite is on this machine, whatever proxy the machine uses.
    os.environ["no_grpc_proxy"] = "127.0.0.1,localhost"
    sys.path.insert(0, str(python))
    import isnad_client  # noqa: F401  (adds the stubs to the path)
