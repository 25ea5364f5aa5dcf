"""Which clauses tell a happening of their own."""

from reportedly.claims.page import NOUNS, SUBJECTS, VERBS, Page
from reportedly.model.annotation import SentenceRole, Token
from reportedly.model.tree import Tree


def is_head(page: Page, token: Token, silent: frozenset[int]) -> bool:
    """Does a proposition of its own begin at `token`? `silent` are the tokens of reporting clauses."""
    if token.index in silent or page.sentence(token).role is not SentenceRole.BODY:
        return False
    tree, head = page.tree, page.tree.head(token)
    if head is None:
        return token.pos != "PUNCT"
    if token.pos not in VERBS:
        return False
    match token.relation:
        case "conj":
            return _is_full_conjunct(tree, token, head) and _is_conjoined_high(page, token, head, silent)
        case "advcl":
            return _is_own_happening(tree, token)
        case "acl:relcl":
            return _is_telling_relative(page, token, head, silent)
        case "parataxis":
            return tree.child(token, *SUBJECTS) is not None
        case "ccomp" | "dep":
            # The parser hangs the first of two sentences joined by ";" or "," on the second one.
            return tree.child(token, *SUBJECTS) is not None and _is_loose(tree, token, head)
    return False


def _is_loose(tree: Tree, token: Token, head: Token) -> bool:
    low, high = sorted((token.index, head.index))
    if any(each.text == ";" for each in tree.tokens[low:high]):
        return True
    between = {each.text for each in tree.children(head, "punct") if token.index < each.index < head.index}
    return token.index < head.index and bool(between & {";", ",", ":", "-", "–", "—"})


def _is_full_conjunct(tree: Tree, token: Token, head: Token) -> bool:
    """Has each of the two verbs its own subject, object or circumstance? "praised and thanked X" is one happening."""
    if tree.child(token, *SUBJECTS, "expl") is not None:
        return True
    first = [each for each in tree.subtree(head, [token]) if head.index < each.index < token.index]
    if head.pos not in VERBS:
        return tree.child(token, *SUBJECTS) is not None
    own = [each for each in tree.subtree(token) if each.index > token.index]
    if tree.child(token, "aux", "aux:pass") is not None and own:
        return True
    return any(each.pos in (*NOUNS, "ADJ", *VERBS) for each in first) and (
        any(each.pos in (*NOUNS, "ADJ", *VERBS) for each in own) or tree.child(token, *SUBJECTS) is not None
    )


def _is_conjoined_high(page: Page, token: Token, first: Token, silent: frozenset[int]) -> bool:
    """Do the two join as happenings, rather than as halves of one purpose or description?"""
    tree = page.tree
    while first.relation == "conj" and (above := tree.head(first)) is not None:
        first = above
    if first.relation in ("acl:relcl", "csubj"):
        return is_head(page, first, silent)
    if first.relation in ("acl", "advcl") and tree.child(first, *SUBJECTS) is None:
        # "a plan to repair bridges and reopen roads" is one; a list of three or a second "to" makes several.
        own_to = any(each.text.lower() == "to" for each in tree.children(token, "aux", "mark"))
        listed = [each for each in tree.subtree(first) if each.relation == "conj" and each.pos in VERBS]
        return "Aspect=Prog" not in first.features and (own_to or len(listed) > 1)
    return True


def _is_own_happening(tree: Tree, token: Token) -> bool:
    """ "while shops stayed shut", "despite having lost two ships"; not "when asked", "if he comes"."""
    marks = {each.text.lower() for each in tree.children(token, "mark", "case", "advmod")}
    head = tree.head(token)
    if (
        head is None
        or head.pos in ("ADV", "ADJ")
        or any(each.text.lower() == "to" for each in tree.children(token, "aux", "mark"))
    ):
        return False  # "as long as it takes", "for the war to end"
    if marks & {"when", "as"} and not _is_past(tree, token):
        return False  # "when they decide": whenever that is
    if marks & {"how", "what", "why", "if", "unless", "than", "whether", "so", "like", "lest", "once", "until", "till"}:
        return False
    subject = tree.child(token, *SUBJECTS)
    if subject is not None and any(each.index < subject.index for each in tree.children(token, "aux")):
        return False  # "should they agree to": a condition
    perfect = (
        any(each.text.lower() == "having" for each in tree.children(token, "aux")) or token.text.lower() == "having"
    )
    return subject is not None or perfect


def _is_past(tree: Tree, token: Token) -> bool:
    return any("Tense=Past" in each.features for each in (token, *tree.children(token, "aux", "aux:pass")))


def _is_telling_relative(page: Page, token: Token, head: Token, silent: frozenset[int]) -> bool:
    """ "…, which sank a ferry" at the clause's end tells a happening; one in its middle only describes."""
    tree = page.tree
    words = tree.subtree(token)
    first = words[0]
    if first.index == 0 or page.found.tokens[first.index - 1].text not in (",", "—", "–", "-"):
        return False
    if not any(each.text.lower() in ("which", "where", "who", "when") for each in words[:4]):
        return False
    last = words[-1].index
    clause = next((each for each in tree.ancestors(token) if each.pos in VERBS or each.relation == "root"), head)
    after = [
        each for each in tree.subtree(clause) if each.index > last and each.pos != "PUNCT" and each.index not in silent
    ]
    return not after
