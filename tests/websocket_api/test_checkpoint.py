"""A checkpoint goes out as text and as a code that a camera reads, and comes back to be compared."""

import re
from typing import Any

from homeassistant.core import HomeAssistant
from PIL import Image
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator
import zxingcpp

from custom_components.earshot.ledger.checkpoint import SigningKey, VerifyingKey, open_note, parse_note
from custom_components.earshot.ledger.growth_verify import verify_growth
from custom_components.earshot.websocket_api.checkpoint import draw
from tests.gate.house import House


async def ask(client: Any, **command: Any) -> Any:
    await client.send_json_auto_id(command)
    answer = await client.receive_json()
    assert answer["success"], answer
    return answer["result"]


def scan(svg: str) -> str:
    """Paint the code as a browser does, four points a module, and read it as a camera does."""
    size = int(re.findall(r'viewBox="0 0 (\d+) \1"', svg)[0])
    image = Image.new("L", (size, size), 255)
    x, y = 0.0, 0.0
    (path,) = re.findall(r'stroke="#000" d="([^"]*)"', svg)
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", path):
        values = [float(number) for number in re.findall(r"-?\d*\.?\d+", numbers)]
        if command == "h":
            for step in range(int(values[0])):
                image.putpixel((int(x) + step, int(y)), 0)
            x += values[0]
        else:
            x, y = (x + values[0], y + values[1]) if command == "m" else (values[0], values[1])
    (found,) = zxingcpp.read_barcodes(image.resize((size * 4, size * 4), Image.Resampling.NEAREST))
    text: str = found.text
    return text


@pytest.mark.parametrize("name", ["earshot/golden", "earshot/0123456789abcdef0123456789abcdef", "earshot/Küche"])
def test_a_camera_reads_from_the_code_exactly_what_was_signed(name: str) -> None:
    note = SigningKey(name, b"7" * 32).sign(10**15, b"r" * 32)
    assert scan(draw(note)) == note


async def test_a_checkpoint_of_the_present_is_signed_and_sent_with_its_code(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    await house.over()
    client = await hass_ws_client(hass)
    answer = await ask(client, type="earshot/checkpoint/get")
    keys = [VerifyingKey.parse(key) for key in answer["keys"]]
    assert open_note(answer["checkpoint"], keys).size == house.runtime.ledger.size()
    assert scan(answer["svg"]) == answer["checkpoint"]
    assert answer["checkpoint"] == house.runtime.ledger.latest_checkpoint()


async def test_the_latest_checkpoint_is_sent_without_a_new_one(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    latest = house.runtime.ledger.latest_checkpoint()
    await house.say()
    await house.over()
    client = await hass_ws_client(hass)
    assert (await ask(client, type="earshot/checkpoint/get", sign=False))["checkpoint"] == latest
    assert house.runtime.ledger.latest_checkpoint() == latest


async def test_a_checkpoint_that_comes_back_is_compared(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    note = (await ask(client, type="earshot/checkpoint/get"))["checkpoint"]
    await house.say()
    await house.over()
    pasted = note.replace("\n", "\r\n")
    answer = await ask(client, type="earshot/checkpoint/compare", checkpoint=pasted, how="qr")
    assert (answer["agrees"], answer["signed"]) == (True, True)
    assert answer["ledger_size"] > answer["size"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hello", "checkpoint_unreadable"),
        (SigningKey(f"earshot/{'x' * 8}", b"7" * 32).sign(1, b"r" * 32), "checkpoint_foreign"),
    ],
)
async def test_what_is_no_checkpoint_of_this_ledger_is_told_so(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator, text: str, code: str
) -> None:
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "earshot/checkpoint/compare", "checkpoint": text})
    answer = await client.receive_json()
    assert (answer["success"], answer["error"]["code"]) == (False, code)


async def test_a_ledger_proves_that_it_only_grew(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    note = parse_note((await ask(client, type="earshot/checkpoint/get"))["checkpoint"])
    await house.say()
    await house.over()
    answer = await ask(client, type="earshot/checkpoint/prove", size=note.size)
    assert verify_growth(answer["proof"], note, house.runtime.ledger.keys).ok
    await client.send_json_auto_id({"type": "earshot/checkpoint/prove", "size": 10**6})
    assert (await client.receive_json())["error"]["code"] == "ledger_failed"
