"""The app and the container: what the Supervisor and Docker are told, as far as it can be read."""

from pathlib import Path
import re
from typing import Any

from homeassistant.util.yaml import parse_yaml
from PIL import Image
import pytest

from custom_components.earshot.const import DOMAIN, HOST_PORT
from scripts.image.archive import ARCHIVE, pack, packed_files, sources
from scripts.image.dockerfile import DockerfileError, stages
from voice_host.announce.supervisor import SERVICE
from voice_host.config import TcpAddress, parse_arguments

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "aarch64"}


def read(name: str) -> Any:
    return parse_yaml((ROOT / name).read_text())


CONFIG: dict[str, Any] = read("app/config.yaml")
COMPOSE: dict[str, Any] = read("compose.yaml")["services"]["voice-host"]
DOCKERFILE = (APP / "Dockerfile").read_text()
APPARMOR = (APP / "apparmor.txt").read_text()
RUN = (APP / "run").read_text()


def test_the_archive_is_made_from_the_source() -> None:
    assert packed_files() == sources(), "run scripts/build-app"


def test_the_archive_is_the_same_for_the_same_source() -> None:
    assert pack(sources()) == pack(sources())
    assert len(ARCHIVE.read_bytes()) < 300_000


def test_the_app_has_what_the_supervisor_needs() -> None:
    assert {"name", "version", "slug", "description", "arch"} <= set(CONFIG)
    assert re.fullmatch(r"[a-z0-9_]+", CONFIG["slug"])
    assert CONFIG["version"] == read_manifest()["version"]
    assert {"name", "url", "maintainer"} <= set(read("repository.yaml"))
    assert {"Dockerfile", "DOCS.md", "README.md", "icon.png", "apparmor.txt"} <= {file.name for file in APP.iterdir()}
    with Image.open(APP / "icon.png") as icon:
        assert icon.size == (128, 128)


def read_manifest() -> Any:
    return parse_yaml((ROOT / "custom_components/earshot/manifest.json").read_text())


def test_it_is_built_for_the_processors_that_the_engines_have_builds_for() -> None:
    from custom_components.earshot.host_link.environment import ARCHITECTURES as SUPPORTED  # noqa: PLC0415 - names clash

    assert set(CONFIG["arch"]) == {ARCHITECTURES[processor] for processor in SUPPORTED}


@pytest.mark.parametrize(
    "right",
    [
        "host_network",
        "host_pid",
        "host_ipc",
        "host_dbus",
        "host_uts",
        "privileged",
        "full_access",
        "hassio_api",
        "hassio_role",
        "homeassistant_api",
        "docker_api",
        "auth_api",
        "audio",
        "usb",
        "devices",
        "ingress",
        "stdin",
    ],
)
def test_it_asks_for_no_right_that_it_does_not_need(right: str) -> None:
    """Found by the Supervisor it needs no multicast, and so not the machine's own network."""
    assert right not in CONFIG


def test_it_reads_its_own_configuration_folder_and_no_other_and_has_its_port_closed() -> None:
    assert CONFIG["map"] == [{"type": "addon_config", "read_only": True}]
    assert CONFIG["ports"] == {f"{HOST_PORT}/tcp": None}
    assert CONFIG["apparmor"] is True


def test_the_supervisor_hands_it_to_this_integration() -> None:
    assert CONFIG["discovery"] == [SERVICE] == [DOMAIN]


def test_every_option_is_explained_and_read(tmp_path: Path) -> None:
    translations = read("app/translations/en.yaml")
    assert set(translations["configuration"]) == set(CONFIG["schema"])
    assert set(translations["network"]) == set(CONFIG["ports"])
    (tmp_path / "options.json").write_text('{"voice": "amy", "speech": "small"}')
    config = parse_arguments(["--check", "--options", str(tmp_path / "options.json")])
    assert {"voice": config.voice, "speech": config.speech} == {"voice": "amy", "speech": "small"}
    assert set(CONFIG["schema"]) == {"voice", "speech"}


def test_the_command_that_it_starts_is_one_that_the_host_takes() -> None:
    command = re.sub(r"\\\n", " ", RUN).partition("-m voice_host \\\n")[2] or re.sub(r"\\\n", " ", RUN)
    words = command.rpartition("voice_host ")[2].replace('"', "").replace("$PORT", str(HOST_PORT))
    config = parse_arguments(words.replace("$CODE_FILE", "/data/pairing-code").split())
    assert config.addresses == (TcpAddress("0.0.0.0", HOST_PORT),)  # noqa: S104 - within the container
    assert config.code_file == Path("/data/pairing-code")
    assert config.models == Path("/config/models")
    assert f"PORT={HOST_PORT}" in RUN
    assert (APP / "run").stat().st_mode & 0o111


def test_both_stages_have_the_same_base_with_the_locked_python_and_glibc() -> None:
    bases = {stage.base for stage in stages(DOCKERFILE)}
    assert bases == {"python:3.14-slim-trixie"}


def test_the_packages_are_those_of_the_lock_file_and_no_others() -> None:
    installs = re.findall(r"pip install (.*)", DOCKERFILE)
    assert installs == ["--no-cache-dir --no-deps -r /opt/earshot/host/requirements.txt"]
    (requirements,) = [name for name in packed_files() if name.endswith("requirements.txt")]
    assert requirements == "host/requirements.txt"
    lines = [line for line in packed_files()[requirements].decode().splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)


def test_the_compiler_stays_in_the_stage_that_needs_it() -> None:
    *_, last = stages(DOCKERFILE)
    assert not any("apt-get" in step.said or "pip" in step.said for step in last.steps)


def test_the_container_has_as_few_rights_as_can_be() -> None:
    assert COMPOSE["cap_drop"] == ["ALL"]
    assert COMPOSE["read_only"] is True
    assert COMPOSE["security_opt"] == ["no-new-privileges:true"]
    user = COMPOSE["user"]
    assert not user.startswith("0")
    assert f"chown {user} /data" in DOCKERFILE
    assert not {"privileged", "cap_add", "devices", "pid", "ipc"} & set(COMPOSE)
    assert [volume for volume in COMPOSE["volumes"] if not volume.endswith(":ro")] == ["data:/data"]


def rules(profile: str) -> list[str]:
    return [line.strip().rstrip(",") for line in profile.splitlines() if re.match(r"\s*[^#\s].*,$", line)]


def test_the_profile_names_the_app_and_lets_it_write_nothing_but_its_code() -> None:
    assert f"profile {CONFIG['slug']} " in APPARMOR
    files = [rule.rsplit(" ", 1) for rule in rules(APPARMOR) if rule.startswith("/")]
    writable = {path for path, rights in files if set(rights) & set("wla")}
    assert writable == {"/data/pairing-code", "/data/.code-*", "/dev/null"}


def test_the_profile_gives_no_capability_and_no_other_kind_of_network() -> None:
    allowed = [rule for rule in rules(APPARMOR) if not rule.startswith(("deny", "/", "signal"))]
    assert allowed == ["network inet stream", "network inet dgram", "network netlink raw", "network unix stream"]
    for forbidden in ("capability sys_admin", "capability net_admin", "network packet", "mount", "ptrace"):
        assert f"deny {forbidden}" in rules(APPARMOR)
    assert "unconfined" not in APPARMOR.replace("peer=unconfined", "")


@pytest.mark.parametrize("text", ["FROM a\nUSER b\n", "RUN true\n", "FROM a\nHEALTHCHECK NONE\n"])
def test_what_the_proof_would_pass_over_is_refused(text: str) -> None:
    with pytest.raises(DockerfileError):
        stages(text)


def test_a_dockerfile_is_read_with_its_long_lines_and_comments() -> None:
    first, second = stages("# x\nFROM a AS one\nRUN b \\\n  # not this\n  && c\nFROM d\nCOPY --from=one /x /y\n")
    assert (first.base, first.name, [step.said for step in first.steps]) == ("a", "one", ["b    && c"])
    assert (second.name, second.steps[0].instruction) == (None, "COPY")
