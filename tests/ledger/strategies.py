"""Any record, for hypothesis, from the annotations of its fields."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from custom_components.earshot.ledger.canonical import MAX_INTEGER
from custom_components.earshot.ledger.record import KINDS

instants = st.datetimes(timezones=st.just(UTC), min_value=datetime(1, 1, 1), max_value=datetime(9999, 12, 30))  # noqa: DTZ001 - hypothesis adds the zone
SPECIAL = {
    str: st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    int: st.integers(-MAX_INTEGER, MAX_INTEGER),
    datetime: instants,
}
for special, strategy in SPECIAL.items():
    st.register_type_strategy(special, strategy)
records = st.sampled_from(sorted(KINDS.values(), key=lambda cls: cls.kind)).flatmap(st.from_type)
indexes = st.integers(0, 10**12)
