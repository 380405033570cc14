"""Makes the generated modules importable: import this module before any `isnad.v1` one.

They are looked for in $ISNAD_STUBS, else in the folder `generated` beside this package, where
generate.sh writes them.
"""

import os
import pathlib
import sys

FOLDER = pathlib.Path(
    os.environ.get("ISNAD_STUBS") or pathlib.Path(__file__).resolve().parent.parent / "generated")

if not (FOLDER / "isnad" / "v1").is_dir():
    raise ImportError(f"{FOLDER} holds no stubs; write them with clients/python/generate.sh")
if str(FOLDER) not in sys.path:
    sys.path.insert(0, str(FOLDER))
