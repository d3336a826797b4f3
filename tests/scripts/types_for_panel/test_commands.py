"""What the panel knows of the commands is what their code says."""

from datetime import UTC, datetime
import re
from typing import Any

from homeassistant.helpers import config_validation as cv
import probatio
import pytest

from custom_components.earshot.errors import HostError, LedgerUnavailableError, UtteranceUnknownError
from custom_components.earshot.ledger.query import Page
from custom_components.earshot.ledger.record import Accessed
from custom_components.earshot.models import Outcome
from custom_components.earshot.runtime import Access
from custom_components.earshot.websocket_api.answering import instant
from scripts.types_for_panel.arguments import arguments_of
from scripts.types_for_panel.command_map import command_map
from scripts.types_for_panel.commands import Command, all_commands
from scripts.types_for_panel.error_codes import codes
from scripts.types_for_panel.expressions import NoTypeError
from scripts.types_for_panel.page import page

COMMAND = Command(
    name="earshot/things/list",
    doc="Send the things.\n\nAll of them.",
    access=Access.HOUSEHOLD,
    enters=(Accessed,),
    arguments={probatio.Required("which"): str, probatio.Optional("how", default="a"): probatio.In(["a", "b"])},
    answer=Page,
    event=None,
)


def ignore(_: object) -> None:
    """Declare nothing."""


def test_every_command_is_found_once() -> None:
    names = [command.name for command in all_commands()]
    assert len(set(names)) == len(names) > 20
    assert all(re.fullmatch(r"earshot(/[a-z_]+){1,2}", name) for name in names)


@pytest.mark.parametrize(
    ("validator", "written", "note"),
    [
        (bool, "boolean", ""),
        (probatio.All(int, probatio.Range(min=1, max=5)), "number", "1 to 5"),
        (probatio.All(int, probatio.Range(min=1)), "number", "1 or more"),
        (probatio.All(str, probatio.Length(min=1, max=9)), "string", "1 to 9 characters"),
        (probatio.Coerce(Outcome), "Outcome", ""),
        (probatio.Any(None, probatio.Coerce(Outcome)), "Outcome | null", ""),
        ([str], "readonly string[]", ""),
        ([probatio.All(probatio.In(["a", "b"]), probatio.Coerce(Outcome))], 'readonly ("a" | "b")[]', ""),
        (instant, "Instant", ""),
        (cv.date, "Day", ""),
        (cv.entity_domain("assist_satellite"), "string", ""),
    ],
)
def test_an_argument_is_written_as_its_validator_takes_it(validator: Any, written: str, note: str) -> None:
    (argument,) = arguments_of({probatio.Required("it"): validator}, ignore)
    assert (argument.type, argument.note, argument.required) == (written, note, True)


def test_an_argument_that_may_be_left_out_says_what_holds_then() -> None:
    schema = {probatio.Optional("a", default=3): int, probatio.Optional("b"): int}
    with_default, without = arguments_of(schema, ignore)
    assert (with_default.required, with_default.note) == (False, "3 if left out")
    assert (without.required, without.note) == (False, "")


def test_a_validator_that_nobody_described_is_refused() -> None:
    with pytest.raises(NoTypeError):
        arguments_of({probatio.Required("it"): datetime(2026, 1, 1, tzinfo=UTC).replace}, ignore)


def test_a_command_is_written_with_what_it_takes_and_what_it_answers() -> None:
    met: list[object] = []
    written = command_map([COMMAND], met.append)
    assert met == [Page]
    assert written.startswith('import type {\n  Page,\n} from "./types.js";\n')
    assert (
        """  /**
   * Send the things.
   *
   * All of them.
   *
   * For: household.
   */
  "earshot/things/list": {
    arguments: {
      which: string;
      /** "a" if left out. */
      how?: "a" | "b" | undefined;
    };
    answer: Page;
  };
"""
        in written
    )


def test_the_page_has_a_row_for_it_whose_cells_are_whole() -> None:
    *_, row = page([COMMAND]).splitlines()
    cells = re.split(r"(?<!\\) \| ", row.strip("| "))
    assert cells == [
        "`earshot/things/list`",
        "Send the things.",
        "household",
        '`which: string`<br>`how?: "a" \\| "b"` ("a" if left out)',
        "`Page`",
        "",
        "`accessed`",
    ]


def test_codes_are_those_that_a_command_may_answer_with() -> None:
    assert {LedgerUnavailableError.code, UtteranceUnknownError.code, "not_loaded", "unauthorized"} <= set(codes())
    assert HostError.code not in codes()
    assert all(codes().values())
