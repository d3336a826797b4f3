"""The desk in figures."""

from collections.abc import Mapping
from datetime import UTC, datetime
import shutil

from ..donation.desk.desk_store import clips, data_sets, receipts, reviewing
from ..donation.desk.layouts import Layout
from .opened import Opened
from .shown import DataSet, Statistics


def statistics(desk: Opened, refused: Mapping[str, int]) -> Statistics:
    """Return the figures of now. Raises DeskStoreError. Blocks."""
    with desk.store.read() as connection:
        states, purposes, gone = clips.counts(connection)
        actions, heard_ms = receipts.counts(connection)
        return Statistics(
            states=states,
            purposes=purposes,
            gone=gone,
            size=desk.chest.vault.held().size,
            free=shutil.disk_usage(desk.folder).free,
            received_today=clips.received_on(connection, desk.now().date()),
            refused=dict(refused),
            actions=actions,
            heard_ms=heard_ms,
            reviewers=reviewing.reviewers(connection),
            alarms=len(reviewing.alarms(connection)),
            data_sets=len(data_sets.all_of_them(connection)),
        )


def made_data_sets(desk: Opened) -> tuple[DataSet, ...]:
    """Return the data sets that were made, the oldest first. Raises DeskStoreError. Blocks."""
    with desk.store.read() as connection:
        rows = data_sets.all_of_them(connection)
    return tuple(
        DataSet(
            name=row.name,
            layout=Layout(row.layout),
            made=datetime.fromtimestamp(row.made / 1000, UTC),
            clips=row.clips,
            removed=row.removed,
        )
        for row in rows
    )
