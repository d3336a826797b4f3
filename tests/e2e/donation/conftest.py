"""Two real homes on one machine that talk over TLS: one gives, one is a review desk and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts.home.authority import Authority, Trust
from scripts.home.desk import open_desk
from scripts.home.earshot import wait_for_entry
from scripts.home.home import DemoHome
from scripts.home.people import Person
from scripts.home.rest import Rest

from ..conftest import errors, verify
from ..house import House
from .parties import Away, Desk, Donor, Reviewer


@pytest.fixture(scope="package")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Certify both homes."""
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="package")
def desk(tmp_path_factory: pytest.TempPathFactory, authority: Authority) -> Iterator[Desk]:
    """Open a desk with two reviewers; at the end, prove that its ledger holds and that it has said nothing wrong."""
    trust = Trust(authority.file, authority.certify("desk"))
    folder = tmp_path_factory.mktemp("desk")
    with DemoHome(folder, satellites=(), trust=trust, with_earshot=False, debug=True) as home:
        with home.socket() as owner:
            people = [
                Person(owner, Rest(home.url, authority=authority.file), name) for name in ("Rita Reviewer", "Quentin")
            ]
        for person in people:
            person.switch_second_factor_on()
        open_desk(home, [person.user_id for person in people])
        yield Desk(home, tuple(Reviewer(person) for person in people))
        with home.socket() as owner:
            verdict = verify(owner)
    assert verdict["ok"], verdict
    assert errors(home.paths.log) == []


@pytest.fixture(scope="package")
def giving_home(tmp_path_factory: pytest.TempPathFactory, authority: Authority) -> Iterator[DemoHome]:
    """Start a home that believes the desk's certificate, with one satellite."""
    folder = tmp_path_factory.mktemp("donor")
    with DemoHome(folder, satellites=("Kitchen",), trust=Trust(authority.file), debug=True) as home:
        yield home
        with home.socket() as owner:
            verdict = verify(owner)
    assert verdict["ok"], verdict
    assert errors(home.paths.log) == []


@pytest.fixture
def donor(giving_home: DemoHome, desk: Desk, tmp_path: Path) -> Iterator[Donor]:
    """Live in the home; afterwards nobody there consents to anything."""
    with giving_home.socket() as socket:
        donor = Donor(House(giving_home, socket, tmp_path), desk.home.url)
        yield donor
        donor.ask("donation/off")


@pytest.fixture
def desk_away(desk: Desk) -> Away:
    """Switch the desk's machine off, and on again."""

    @contextmanager
    def away() -> Iterator[None]:
        desk.home.stop()
        try:
            yield
        finally:
            desk.home.start()
            with desk.home.socket() as socket:
                wait_for_entry(socket)

    return away
