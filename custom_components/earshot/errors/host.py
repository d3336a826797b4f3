"""What can go wrong with a voice host."""

from .tree import EarshotError


class HostError(EarshotError):
    """The voice host did not do what was asked of it."""

    code = "host_failed"


class HostUnsupportedError(HostError):
    """This system cannot run the engines itself: musl, or an architecture without wheels."""

    code = "host_unsupported"


class HostInstallError(HostError):
    """The engines' packages could not be installed."""

    code = "host_install_failed"


class HostInstallNetworkError(HostInstallError):
    """The package index could not be reached."""

    code = "host_install_network"


class HostInstallCompilerError(HostInstallError):
    """A package has no wheel for this system and could not be built: there is no C compiler."""

    code = "host_install_compiler"


class HostInstallPackageError(HostInstallError):
    """The package index has no such package for this system and this Python."""

    code = "host_install_package"


class HostInstallSpaceError(HostInstallError):
    """The disk is full."""

    code = "host_install_space"


class HostStartError(HostError):
    """The process was started and did not come to answer."""

    code = "host_start_failed"


class HostUnavailableError(HostError):
    """The host is not there now; it is being restarted."""

    code = "host_unavailable"


class HostIdentityError(HostUnavailableError):
    """What answers at a host's address does not know the pairing code, or knows another."""

    code = "host_identity"


class HostCodeError(HostError):
    """What was typed is no pairing code."""

    code = "host_code"


class HostProtocolError(HostError):
    """The host answered with something that is not the protocol."""

    code = "host_protocol"
