"""A reading that is cut down names nothing that it does not hold."""

from reportedly.model.reading import cut_down
from tests.present.conftest import dispatch


def test_what_is_left_is_what_the_claims_name() -> None:
    cut = cut_down(dispatch(), {"c3"})
    assert [claim.id for claim in cut.claims] == ["c3"]
    assert cut.sources == ()
    assert [(flag.code, flag.claims, flag.because) for flag in cut.flags] == [("presupposed-claim", ("c3",), ())]
    assert [source.name for source in cut_down(dispatch(), {"c2"}).sources] == ["Ukrainian soldier"]


def test_all_claims_are_the_whole_reading() -> None:
    assert cut_down(dispatch(), {"c1", "c2", "c3"}) == dispatch()
    assert cut_down(dispatch(), ()).claims == ()
