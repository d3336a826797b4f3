"""What the filter forbids, and why each.

Everything is answered with EPERM, as a library that asks for one of these can go on without it, whereas killing the
process would end the home's hearing for, say, a library that looks whether the machine has io_uring. `clone3` gets
ENOSYS: the C library then uses `clone`, whose flags a filter can read. What is not listed stays allowed: reading files,
memory, threads, and accepting, reading and writing connections on the sockets that listened before the filter.
"""

from dataclasses import dataclass
from typing import Final

FORBIDDEN: Final[dict[str, tuple[str, ...]]] = {
    "A socket made now could go anywhere, AF_UNIX included: a container engine or D-Bus would fetch for us.": (
        "socket",
        "socketpair",
        "connect",
        "bind",
        "listen",
    ),
    "A peer could hand over an open socket with a message; asyncio reads with recv.": ("recvmsg", "recvmmsg"),
    "Sends to many addresses at once; asyncio does not use it.": ("sendmmsg",),
    "Would make any of these calls without passing the filter.": (
        "io_uring_setup",
        "io_uring_enter",
        "io_uring_register",
    ),
    "Another program could do it: one that is run, or one that is entered or robbed of its sockets.": (
        "execve",
        "execveat",
        "ptrace",
        "process_vm_readv",
        "process_vm_writev",
        "pidfd_getfd",
        "kcmp",
    ),
    "A namespace of one's own, or somebody else's, comes with a network and with root's rights in it.": (
        "unshare",
        "setns",
        "chroot",
        "pivot_root",
        "mount",
        "umount2",
        "open_tree",
        "move_mount",
        "fsopen",
        "fsconfig",
        "fsmount",
        "fspick",
        "mount_setattr",
        "open_by_handle_at",
        "name_to_handle_at",
    ),
    "Known ways to break the kernel, which no engine needs.": (
        "bpf",
        "userfaultfd",
        "perf_event_open",
        "keyctl",
        "add_key",
        "request_key",
        "personality",
        "fanotify_init",
    ),
    "Only root may, and this process may run as root in a container.": (
        "init_module",
        "finit_module",
        "delete_module",
        "kexec_load",
        "kexec_file_load",
        "reboot",
        "swapon",
        "swapoff",
        "acct",
        "quotactl",
        "iopl",
        "ioperm",
        "syslog",
        "sethostname",
        "setdomainname",
        "settimeofday",
        "clock_adjtime",
    ),
    "Sound and words must not reach the disk, nor a file that another program acts on.": (
        "openat2",
        "creat",
        "truncate",
        "rename",
        "renameat",
        "renameat2",
        "mkdir",
        "mkdirat",
        "rmdir",
        "link",
        "linkat",
        "unlink",
        "unlinkat",
        "symlink",
        "symlinkat",
        "mknod",
        "mknodat",
        "chmod",
        "fchmod",
        "fchmodat",
        "fchmodat2",
        "chown",
        "fchown",
        "lchown",
        "fchownat",
        "setxattr",
        "lsetxattr",
        "fsetxattr",
    ),
}

UNKNOWN_TO_KERNEL: Final = ("clone3",)
"""Answered with ENOSYS: its flags are behind a pointer, where a filter cannot look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Forbids a call when one of its arguments has certain bits, or is one of certain values."""

    call: str
    argument: int
    bits: int = 0
    """Forbidden if any of these is set; up to 64 bits."""
    values: tuple[int, ...] = ()
    """Forbidden if the lower 32 bits are one of these."""


_MSG_FASTOPEN: Final = 0x2000_0000
_CLONE_NEW: Final = 0x7E02_0000
_WRITING: Final = 0o1 | 0o2 | 0o100 | 0o1000
_TIOCSTI: Final = 0x5412
_TIOCLINUX: Final = 0x541C

RULES: Final = (
    # `send` is `sendto` without an address. With one it needs no connection.
    Rule(call="sendto", argument=4, bits=0xFFFF_FFFF_FFFF_FFFF),
    # Fast open connects while it sends; a listening TCP socket that was shut down could do that.
    Rule(call="sendto", argument=3, bits=_MSG_FASTOPEN),
    # asyncio writes with sendmsg. Its address is behind a pointer, but all sockets left are streams, which ignore it.
    Rule(call="sendmsg", argument=2, bits=_MSG_FASTOPEN),
    # Threads and children are made with clone, and so are namespaces (NEWNS, NEWCGROUP, NEWUTS … NEWNET).
    Rule(call="clone", argument=0, bits=_CLONE_NEW),
    # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC: files may be read only.
    Rule(call="open", argument=1, bits=_WRITING),
    Rule(call="openat", argument=2, bits=_WRITING),
    # Both type into the terminal that the host was started from.
    Rule(call="ioctl", argument=1, values=(_TIOCSTI, _TIOCLINUX)),
)
