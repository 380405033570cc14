"""A suite to test the client against: `isnad serve` over a new folder.

The program is $ISNAD_BINARY, else the one that was built.
"""

import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests" / "end_to_end"))

import programs  # noqa: E402
from server_process import serve_all  # noqa: E402

programs.provide_stubs()


@pytest.fixture(scope="session")
def server():
    folder = programs.new_folder("python-client")
    running = serve_all(folder / "data", folder)
    yield running
    assert running.stop() == 0


@pytest.fixture
def suite(server):
    import isnad_client
    with isnad_client.connect(server.address) as connected:
        yield connected
