"""What somebody asks for and may not have."""

from .tree import EarshotError


class NotYoursError(EarshotError):
    """Words, sound or an act are another person's: the facts may be seen, and no more."""

    code = "not_yours"


class SoundAddressError(EarshotError):
    """The address of a sound is over, or was made for somebody else."""

    code = "sound_address"


class SecondFactorMissingError(EarshotError):
    """Somebody is listed as a reviewer and may not listen yet: a password alone is enough to log in as them."""

    code = "second_factor_missing"


class LoginNeededError(EarshotError):
    """Only a person who has logged in may do this, and this connection is by a token that was handed out."""

    code = "login_needed"
