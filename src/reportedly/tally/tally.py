"""How many claims there are of each sort, at once and for every question: counted in memory, beside a ledger."""

from collections.abc import Mapping
from threading import Lock

import numpy as np

from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger, Progress
from reportedly.tally.counting import count_facets
from reportedly.tally.counts import FacetName, Facets, PlaceCounts, Timeline
from reportedly.tally.filling import Filler
from reportedly.tally.sifting import Kept, Sheets
from reportedly.tally.spreading import count_places, count_times

LISTED: Mapping[FacetName, int] = {name: 240 if name is FacetName.PUBLISHED else 12 for name in FacetName}
"""So many answers of each facet are listed, and all that were chosen."""
MOST_PLACES = 5_000


class Tally:
    """What the claims of one ledger are, in columns in memory.

    Threads may share it: whoever counts sees the state after one refreshing, while another refreshing goes on. Every
    method is given the ledger of the calling thread, which must always be the same ledger; one connection must not be
    used by two threads at a time.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._filler = Filler()
        self._sheets = Sheets(sheet=self._filler.make_sheet(), kept=Kept())

    @property
    def seq(self) -> int:
        """The entry up to which claims are known; 0 before the first refreshing."""
        return self._sheets.sheet.mark.seq

    @property
    def claims(self) -> int:
        """How many claims stand."""
        return int(np.count_nonzero(self._sheets.sheet.standing))

    @property
    def nbytes(self) -> int:
        """What the columns take of the memory; names of outlets and places come on top."""
        return self._sheets.sheet.nbytes

    def refresh(self, ledger: Ledger, progress: Progress | None = None) -> bool:
        """Read what is new since the last time; everything anew after a forgetting. False if nothing was new.

        `progress` is told of rows done and in all, a few thousand at a time. After an error all is as it was.
        """
        with self._lock:
            mark = self._filler.mark
            with ledger.rows_since(mark) as new:
                if new.seq == mark.seq and not new.is_anew:
                    return False
                # What grows is put aside while it does: if reading breaks off, it is begun anew the next time.
                filler = Filler() if new.is_anew else self._filler
                self._filler = Filler()
                sheet = filler.take(new, progress)
            self._filler = filler
            self._sheets = Sheets(sheet=sheet, kept=Kept())
            return True

    def facets(self, ledger: Ledger, query: Query, limits: Mapping[FacetName, int] = LISTED) -> Facets:
        """What the claims that fit are. Each facet counts those that fit all filters but its own.

        Raises:
            IdError: if an id of the query can be none.
        """
        return count_facets(query, self._sheets, ledger, limits)

    def timeline(self, ledger: Ledger, query: Query) -> Timeline:
        """When the claims that fit are said to have happened."""
        return count_times(query, self._sheets, ledger)

    def places(self, ledger: Ledger, query: Query, most: int = MOST_PLACES) -> PlaceCounts:
        """Where the claims that fit are said to have happened."""
        return count_places(query, self._sheets, ledger, most)
