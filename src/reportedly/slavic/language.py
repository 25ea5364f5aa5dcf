"""Russian's and Ukrainian's answers to the questions of `claims/`."""

from reportedly.claims.drafts import Draft
from reportedly.claims.language import Filled, Language
from reportedly.claims.page import Page
from reportedly.claims.propositions import Proposition
from reportedly.model.claim import Claim
from reportedly.slavic.attributions import find_attributions
from reportedly.slavic.clauses import cut_propositions
from reportedly.slavic.granted import find_taken_for_granted
from reportedly.slavic.particulars import Particulars
from reportedly.slavic.sheet import Sheet
from reportedly.slavic.sources import merge_voices


def _keep(page: Page, filled: Filled) -> list[tuple[Draft, Claim]]:
    return list(filled)


def _whole(page: Page, draft: Draft, claim: Claim) -> list[Claim]:
    return [claim]


def _granted(page: Page) -> list[Proposition]:
    return find_taken_for_granted(page, page.document.language or "ru")


SLAVIC = Language(
    lay_out=Sheet,
    attribute=find_attributions,
    cut=cut_propositions,
    grant=_granted,
    merge=merge_voices,
    detail=Particulars,
    carry=_keep,
    part=_whole,
)
