"""Store a small ledger as the present schema version writes it, for the migrations of later versions to begin from.

Once for each version, before the next one is begun: python -m tests.ledger.store_schema
"""

import json
from pathlib import Path
import re
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, inspect, select
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.record import Redacted
from custom_components.earshot.ledger.sql_store import Address
from custom_components.earshot.ledger.sql_store.schema import SCHEMA, SCHEMA_VERSION
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import SAMPLES, utterance, utterance_id

DIALECTS: dict[str, Any] = {"sqlite": sqlite.dialect, "postgresql": postgresql.dialect, "mariadb": mysql.dialect}
FOLDER = Path(__file__).parent / "data"


def statements(kind: str) -> list[str]:
    """Return what makes the tables on one kind of database, as one line each."""
    dialect = DIALECTS[kind]()
    dialect.is_mariadb = kind == "mariadb"
    made = []
    for table in sorted(SCHEMA.tables.values(), key=lambda table: table.name):
        made.append(CreateTable(table).compile(dialect=dialect))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [CreateIndex(index).compile(dialect=dialect) for index in indexes]
    return [re.sub(r"\s+", " ", str(statement)).strip() for statement in made]


def rows(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """Return the content of every table, with bytes in hexadecimal."""
    with engine.connect() as connection:
        assert set(inspect(connection).get_table_names()) == set(SCHEMA.tables)
        return {
            table.name: [
                {name: value.hex() if isinstance(value, bytes) else value for name, value in row._mapping.items()}
                for row in connection.execute(select(table))
            ]
            for table in SCHEMA.tables.values()
        }


def fill(home: LedgerHome) -> None:
    """Enter a sample of everything, redacted entries and utterances that are open among it."""
    with home.opened() as ledger:
        for number in range(12):
            ledger.append(utterance(number, satellite=("hall", "kitchen")[number % 2])).result()
        ledger.append([sample for sample in SAMPLES if not isinstance(sample, Redacted)]).result()
        ledger.checkpoint()
        ledger.redact(Selection(utterance_ids=(utterance_id(3), utterance_id(7))), by="Anna")
        for number in (50, 51):
            ledger.append(utterance(number)[:2]).result()
        ledger.checkpoint()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        home = LedgerHome(Path(folder))
        fill(home)
        engine = Address.parse(home.db_url).database().writer()
        content = {
            "version": SCHEMA_VERSION,
            "made_by": "Earshot 0.1.0",
            "statements": {kind: statements(kind) for kind in DIALECTS},
            "rows": rows(engine),
        }
        engine.dispose()
    path = FOLDER / f"schema_{SCHEMA_VERSION}.json"
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
