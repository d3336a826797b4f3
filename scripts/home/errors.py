"""What can go wrong around the demo home: each message is a sentence for the person at the keyboard."""


class HomeError(Exception):
    """The demo home cannot do what was asked. The message says what to do."""


class RefusedError(HomeError):
    """Home Assistant answered a request with an error."""

    def __init__(self, message: str, *, code: str = "") -> None:
        """Keep the machine's word for it beside the sentence."""
        super().__init__(message)
        self.code = code
