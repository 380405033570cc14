"""Servers of the suite as child processes.

Servers bind port 0 and say in their log which port they got, so tests never race for ports.
"""

import atexit
import json
import os
import signal
import subprocess

from programs import program
from waiting import wait_until

START_SECONDS = 60
STOP_SECONDS = 30


class ServerProcess:
    """One server. Killed when the test's process ends, at the latest."""

    def __init__(self, name, flags=(), folder=None, arguments=(), env=None):
        """`flags` as on the command line; `folder` takes the log; `arguments` precede the flags."""
        self._argv = [program(name), *arguments, *flags]
        self._log_path = os.path.join(folder, f"{name}.log")
        self._env = {**os.environ, **(env or {})}
        self._log = open(self._log_path, "wb")
        self.process = subprocess.Popen(self._argv, stdout=self._log, stderr=self._log,
                                        env=self._env, stdin=subprocess.DEVNULL)
        atexit.register(self._kill_quietly)

    def log_text(self):
        with open(self._log_path, encoding="utf-8", errors="replace") as log:
            return log.read()

    def events(self, name):
        """The log's lines of one event."""
        found = []
        for line in self.log_text().splitlines():
            if f'"event":"{name}"' in line and line.endswith("}"):
                found.append(json.loads(line))
        return found

    def wait_ready(self):
        """Waits until it says that it is ready. Returns itself."""
        def ready_or_dead():
            if self.process.poll() is not None:
                raise AssertionError(f"{self._argv[0]} ended with {self.process.returncode}:\n"
                                     f"{self.log_text()}")
            return self.events("ready")

        wait_until(ready_or_dead, START_SECONDS, f"{self._argv[0]} to be ready")
        return self

    def port(self, server=None):
        """The bound port: the gRPC server's, or the one logged as "admin" or "metrics"."""
        for event in self.events("listening"):
            if event["server"] == server or (server is None and
                                             event["server"] not in ("admin", "metrics")):
                return event["port"]
        raise AssertionError(f"no port of {server or 'the server'} in:\n{self.log_text()}")

    @property
    def address(self):
        return f"127.0.0.1:{self.port()}"

    def stop(self):
        """Asks it to drain; returns its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.wait_end()

    def wait_end(self, seconds=STOP_SECONDS):
        """Waits for its end; returns its exit code."""
        return self.process.wait(timeout=seconds)

    def kill(self):
        """Ends it as a crash would."""
        self.process.kill()
        self.process.wait(timeout=STOP_SECONDS)

    def _kill_quietly(self):
        if self.process.poll() is None:
            self.kill()
        self._log.close()


def serve_all(data_dir, folder, flags=()):
    """`isnad serve` over `data_dir`, ready."""
    return ServerProcess("isnad", ["--address=127.0.0.1:0", f"--data_dir={data_dir}",
                                   "--server.drain_pause_ms=-1", *flags],
                         folder, arguments=["serve"]).wait_ready()
