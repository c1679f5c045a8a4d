"""Published files in, tables of text out: what a file says, before anybody asks what it means.

`read` is the door: formats are turned into lines and grids (`excel`, `delimited`, `webpage`,
`word`, `records`), grids are cut into tables (`headings`, `tables`), and `Document` leaves.
"""

from registry.reading.reader import read

__all__ = ["read"]
