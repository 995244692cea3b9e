"""Real ``ingest`` commands, each a process of its own that a test can kill, forked from one that is loaded already.

Loading the modules takes longer than all that a kill could interrupt. The encoder stands in for the same reason;
``INTERRUPTIONS_ENCODER=real`` lets each command load its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
_LOADED = """
import json, os, resource, sys
from ingest import __main__ as commands, build, streaming
from tests.counting_encoder import CountingEncoder
if sys.argv[2] != "real":
    commands.open_encoder = lambda *_, **__: CountingEncoder()
build.PART = streaming.PART = int(sys.argv[1]) or build.PART
for line in sys.stdin:
    asked = json.loads(line)
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os.environ.update(asked["environment"])
        told = os.open(asked["told"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(told, 1)
        os.dup2(told, 2)
        if asked["largest"]:
            resource.setrlimit(resource.RLIMIT_FSIZE, (asked["largest"], resource.RLIM_INFINITY))
        code = 99
        try:
            code = commands.main(asked["arguments"])
        finally:
            sys.stdout.flush()
            os._exit(code)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class ForkedCommands:
    """A process that forks commands, one at a time, each in a group of its own; they print into ``told``.

    ``part`` is how many files ``add`` takes together; 0 for as many as it does.
    """

    def __init__(self, told: Path, *, part: int = 0) -> None:
        self._told = told
        self._loaded = subprocess.Popen(
            [sys.executable, "-c", _LOADED, str(part), os.environ.get("INTERRUPTIONS_ENCODER", "")],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, arguments: Sequence[str], *, environment: Mapping[str, str] | None = None, largest: int = 0) -> int:
        """Start a command; its process id. No file may become larger than ``largest`` bytes, if that is given."""
        asked = {
            "arguments": list(arguments),
            "environment": dict(environment or {}),
            "told": str(self._told),
            "largest": largest,
        }
        assert self._loaded.stdin is not None
        self._loaded.stdin.write(json.dumps(asked) + "\n")
        self._loaded.stdin.flush()
        return int(self._read())

    def wait(self) -> int:
        """The exit code of the command under way, negative where a signal ended it."""
        return int(self._read())

    def told(self) -> str:
        """What the last command has printed."""
        return self._told.read_text(encoding="utf-8", errors="replace")

    def close(self) -> None:
        """End the process."""
        assert self._loaded.stdin is not None
        self._loaded.stdin.close()
        self._loaded.wait(10)

    def _read(self) -> str:
        assert self._loaded.stdout is not None
        return self._loaded.stdout.readline()
