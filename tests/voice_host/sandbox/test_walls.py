"""What each wall forbids, in a process that put it up; and what stays possible."""

import pytest

from tests.voice_host.sandbox.closed_process import NEEDS_SECCOMP, run


@pytest.mark.promise(4)
@NEEDS_SECCOMP
def test_with_all_walls_it_is_enforced() -> None:
    code = (
        "sandbox = close([leave_network()])\nprint(sandbox.enforced, [w.name for w in sandbox.walls if not w.stands])"
    )
    enforced, missing = run(code).split(" ", 1)
    assert enforced == "True", missing


def test_on_a_kernel_without_seccomp_nothing_is_enforced_and_the_report_says_why() -> None:
    lines = run(
        "sandbox = close(filter_calls=refuse)\nprint(sandbox.enforced)\n"
        "print(next(w for w in sandbox.walls if w.name == 'seccomp').detail)\nprint(sandbox.attempts[0].detail)"
    ).splitlines()
    assert lines == ["False", "the kernel refused: Function not implemented", "not tried: no wall stands"]


def test_on_a_kernel_without_seccomp_a_network_namespace_is_not_enough() -> None:
    """A unix socket would lead to a program that has the network."""
    code = "wall = leave_network()\nsandbox = close([wall], filter_calls=refuse)\n"
    stands, enforced, unix = run(
        code + "print(wall.stands, sandbox.enforced, [a.denied for a in sandbox.attempts if a.way == 'unix'])"
    ).split(" ", 2)
    if stands == "False":
        pytest.skip("This kernel gives no network namespace")
    assert (enforced, unix) == ("False", "[False]")


def test_a_wall_that_stands_with_one_way_open_is_not_enforced() -> None:
    code = "from voice_host.contract import Attempt\nwall = Wall(name='seccomp', stands=True)\n"
    code += "ways = [Attempt(way='a', denied=True), Attempt(way='b', denied=False)]\n"
    code += "print([Sandbox(walls=w, attempts=a).enforced for w, a in "
    code += "(((wall,), tuple(ways)), ((wall,), tuple(ways[:1])), ((wall,), ()), ((), tuple(ways[:1])))])"
    assert run(code) == "[False, True, False, False]"


@NEEDS_SECCOMP
@pytest.mark.parametrize(
    "trial",
    [
        "socket.socketpair()",
        "os.open('/never-made-either', os.O_RDONLY | os.O_CREAT)",
        "os.open('/dev/null', os.O_RDWR)",
        "open('/dev/null', 'a')",
        "os.mkdir('/never-made')",
        "os.unlink('/never-made')",
        "os.rename('/never-made', '/never-made-either')",
        "os.symlink('a', '/never-made')",
        "os.mkfifo('/never-made')",
        "os.unshare(os.CLONE_NEWUSER)",
        "os.setns(0, 0)",
        "os.chroot('/')",
        "os.posix_spawn(sys.executable, [sys.executable], {})",
        "call('ptrace', 0, 0, 0, 0)",
        "call('process_vm_readv', 1, 0, 0, 0, 0, 0)",
        "call('pidfd_getfd', 0, 0, 0)",
        "call('io_uring_enter', 0, 0, 0, 0, 0, 0)",
        "call('bpf', 0, 0, 0)",
        "call('userfaultfd', 0)",
        "call('perf_event_open', 0, 0, 0, 0, 0)",
        "call('mount', 0, 0, 0, 0, 0)",
        "call('execveat', 0, 0, 0, 0, 0)",
        "call('clone', 0x10000000 | 17, 0, 0, 0, 0)",
        "call('ioctl', 0, 0x5412, 0)",
        "call('recvmsg', 0, 0, 0)",
        "call('sendmsg', 0, 0, 0x20000000)",
        "call('sendto', 0, 0, 0, 0x20000000, 0, 0)",
        "call('sendto', 0, 0, 0, 0, 1 << 32, 0)",
    ],
)
def test_the_filter_forbids(trial: str) -> None:
    assert run(f"close()\nprint(met(lambda: {trial}))") == "EPERM"


@NEEDS_SECCOMP
def test_a_namespace_by_clone3_is_unknown_to_the_kernel() -> None:
    assert run("close()\nprint(met(lambda: call('clone3', 0, 0)))") == "ENOSYS"


@NEEDS_SECCOMP
def test_a_socket_from_before_cannot_send_to_an_address() -> None:
    code = """
out, there = socket.socket(socket.AF_INET, socket.SOCK_DGRAM), ("127.0.0.1", 9)
before = met(lambda: out.sendto(b"", there))
close()
print(before, met(lambda: out.sendto(b"", there)), met(lambda: out.connect(there)))
"""
    assert run(code) == "done EPERM EPERM"


@NEEDS_SECCOMP
def test_the_filter_binds_threads_that_run_already() -> None:
    code = "go, told = threading.Event(), []\ndef later():\n  go.wait()\n  told.append(met(socket.socket))\n"
    code += "thread = threading.Thread(target=later); thread.start()\nclose()\ngo.set(); thread.join()\nprint(told[0])"
    assert run(code) == "EPERM"


@NEEDS_SECCOMP
def test_other_entries_to_the_kernel_kill_the_process() -> None:
    """The x32 numbers are the same calls under other names."""
    code = "if this_processor().name != 'x86_64':\n  print('no x32'); raise SystemExit\n"
    code += "close()\nchild = os.fork()\nif child == 0:\n  libc._LIBC.syscall(0x40000000 | 39)\n  os._exit(0)\n"
    code += "print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))"
    assert run(code) in {"-31", "no x32"}


def test_connections_threads_children_and_reading_stay_possible() -> None:
    code = """
listening = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(listening.getsockname())
close()
server, _ = listening.accept()
client.sendall(b"there")
server.sendmsg([server.recv(5), b" and back"])
print(client.recv(20).decode())
thread = threading.Thread(target=lambda: print("thread")); thread.start(); thread.join()
child = os.fork()
if child == 0:
    os._exit(3)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), len(open(os.__file__).read()) > 0)
"""
    assert run(code).splitlines() == ["there and back", "thread", "3 True"]


def test_a_listening_socket_from_before_the_namespace_still_accepts() -> None:
    code = """
listening = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(listening.getsockname())
print(leave_network().stands)
listening.accept()[0].sendall(b"yes")
print(client.recv(3).decode())
"""
    assert run(code).splitlines()[-1] == "yes"


def test_the_limits_hold_and_cannot_be_taken_back() -> None:
    code = """
import resource
close()
print(resource.getrlimit(resource.RLIMIT_CORE), resource.getrlimit(resource.RLIMIT_FSIZE))
data = resource.getrlimit(resource.RLIMIT_DATA)
print(data[0] == data[1], 1 << 30 <= data[0] <= 6 << 30)
try:
    bytearray(data[0])
except MemoryError:
    print("no memory")
"""
    assert run(code).splitlines() == ["(0, 0) (1048576, 1048576)", "True True", "no memory"]


def test_a_dump_of_its_memory_is_not_given_and_no_privileges_are_gained() -> None:
    code = "close()\nprint(libc.prctl(3), libc.prctl(libc.PR_GET_NO_NEW_PRIVS))"
    assert run(code) == "0 1"


def test_inherited_descriptors_are_closed() -> None:
    code = """
before = [os.dup(0), socket.socket().detach(), os.open("/", os.O_RDONLY)]
walls.close_descriptors()
print([met(lambda: os.fstat(each)) for each in before], os.path.realpath("/proc/self/fd/0"))
"""
    assert run(code) == "['EBADF', 'EBADF', 'EBADF'] /dev/null"


def test_an_ordinary_user_keeps_his_files_in_the_namespace() -> None:
    """Where root has its own way, an ordinary user's is tried by becoming one."""
    code = """
user = os.geteuid() or 65534
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(user); os.setuid(user)
    libc.prctl(libc.PR_SET_DUMPABLE, 1)
wall = leave_network()
print(wall.stands, wall.detail, os.geteuid() == user, met(lambda: os.unshare(os.CLONE_NEWNET)), sep="|")
"""
    stands, detail, same, _ = run(code).split("|")
    if stands == "False":
        pytest.skip(f"This kernel gives an ordinary user no network namespace: {detail}")
    assert same == "True"


@NEEDS_SECCOMP
def test_without_the_right_to_a_namespace_the_filter_alone_enforces() -> None:
    code = """
import encodings.idna, urllib.request  # while this user can read the interpreter's own files
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
sandbox = close()
print(sandbox.enforced, [a for a in sandbox.attempts if not a.denied])
"""
    assert run(code) == "True []"


def test_an_attempt_that_fails_by_itself_proves_nothing() -> None:
    code = """
def broken(_):
    raise LookupError("no such thing")

WAYS["broken"] = broken
sandbox = close()
print(sandbox.enforced, [(a.way, a.detail) for a in sandbox.attempts if not a.denied])
"""
    assert run(code) == "False [('broken', 'could not be tried: LookupError')]"
