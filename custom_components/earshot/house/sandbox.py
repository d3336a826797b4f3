"""Whether the local engines are walled in, as one word for all voice hosts together."""

from collections.abc import Sequence

from ..host_link.interface import Host
from .told import SandboxState


def sandbox_state(hosts: Sequence[Host]) -> SandboxState | None:
    """Return it as bad as the worst of them. None: there is none, or nobody knows of one of them.

    A wall that is known not to stand is told also where another host has not answered yet.
    """
    reports = [host.report for host in hosts]
    if any(report is not None and not report.enforced for report in reports):
        return SandboxState.OPEN
    if not hosts or None in reports:
        return None
    own = all(host.place is None for host in hosts)
    return SandboxState.ENFORCED if own else SandboxState.DECLARED
