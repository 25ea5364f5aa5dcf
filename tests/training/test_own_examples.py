"""The training examples of our own."""

from training.own_examples import CLAIMS, make_articles

ARTICLES = make_articles(300, seed=5)


def test_the_same_seed_makes_the_same_articles() -> None:
    assert make_articles(5, seed=1) == make_articles(5, seed=1)
    assert make_articles(5, seed=1) != make_articles(5, seed=2)


def test_no_mark_is_left_and_every_part_has_words() -> None:
    for article in ARTICLES:
        assert not set("<>{}") & set(article["text"])
        for attribution in article["attributions"]:
            for part in ("source", "cue", "content"):
                for start, end in attribution[part]:
                    words = article["text"][start:end]
                    assert words == words.strip() != ""


def test_a_content_is_one_of_our_claims_or_holds_one() -> None:
    attributions = [(article["text"], each) for article in ARTICLES for each in article["attributions"]]
    said = [text[start:end].lower() for text, each in attributions for start, end in each["content"]][:400]
    claims = [claim.lower() for claim in CLAIMS]
    assert sum(any(claim in content for claim in claims) for content in said) > 0.8 * len(said)
