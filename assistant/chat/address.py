"""Where the chat listens: the address is tried before anything slow begins, and never silently exchanged."""

from __future__ import annotations

import errno
import ipaddress
import socket

from assistant.errors import SettingsError


def choose_port(host: str, port: int) -> int:
    """The port itself if nobody listens there, or a free one where 0 was asked for.

    Raises SettingsError for a port that is taken or not allowed and for a host that is not of this machine.
    """
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            # As the server itself will: a port in its closing time is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
            return int(probe.getsockname()[1])
    except socket.gaierror as error:
        raise SettingsError(f"--host {host}: no such address ({error.strerror}); expected e.g. 127.0.0.1.") from error
    except OSError as error:
        raise SettingsError(_explain(host, port, error)) from error


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _explain(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is busy: another program listens there, perhaps Redress itself. Stop it, choose "
            f"another port with --port {port + 1 if port < 65535 else port - 1}, or let Redress find a free one with "
            "--port 0."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} may not be used by this user; choose one of 1024 or more, e.g. --port 7860."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"--host {host} is no address of this machine; use 127.0.0.1 (this machine only) or 0.0.0.0 (all)."
    return f"{host}, port {port}: cannot listen there ({error.strerror}); choose another with --host and --port."
