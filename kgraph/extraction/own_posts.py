"""Posts that are somebody's own: "diwakili sekretarisnya, Budi"."""

from kgraph.extraction.tokens import Tokens
from kgraph.extraction.told_posts import PostPhrase
from kgraph.lexicon.load import Lexicon


def read_own_post(tokens: Tokens, index: int, lexicon: Lexicon) -> PostPhrase | None:
    """Return the post at a word in lower case that its ending makes that of what is named before.

    The ending stands at the word for the post or at the next ("staf ahlinya").
    """
    posts = lexicon.posts
    token = tokens[index]
    if token.is_capital:
        return None
    last, head = index + 1, posts.own_openers.get(token.folded)
    if head is None and token.folded in posts.phrase_set and last < len(tokens):
        following = tokens[last]
        if following.is_capital or following.before != " " or not following.folded.endswith(posts.own_ending):
            return None
        last, head = last + 1, token.folded
    if head is None:
        return None
    start, end = token.start, tokens[last - 1].end
    text = tokens.body[start:end]
    return PostPhrase(
        start=start, end=end, first=index, last=last, text=text, heads=(head,), institution=None
    )
