"""The numbers of companies: each is kept once, and many utterances name it."""

from sqlalchemy import Connection, Integer, String, column, func, insert, select, table

_COMPANY = table("company", column("number", Integer), column("ears", String))

_REMEMBERED = 4096
"""Numbers that are known without asking: more than a home has companies, and less than a megabyte."""


class Companies:
    """Gives the number of a company on the one connection that writes, and remembers it.

    What was remembered in a transaction that failed is to be forgotten.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, connection: Connection, company: str) -> int | None:
        """Return the number of a company, a new one if need be. None: nobody is in it."""
        if not company:
            return None
        if (known := self._numbers.get(company)) is not None:
            return known
        if len(self._numbers) >= _REMEMBERED:
            self._numbers.clear()
        number: int | None = connection.scalar(select(_COMPANY.c.number).where(_COMPANY.c.ears == company))
        if number is None:
            number = (connection.scalar(select(func.max(_COMPANY.c.number))) or 0) + 1
            connection.execute(insert(_COMPANY), {"number": number, "ears": company})
        self._numbers[company] = number
        return number

    def forget(self) -> None:
        """Ask again for every one."""
        self._numbers.clear()
