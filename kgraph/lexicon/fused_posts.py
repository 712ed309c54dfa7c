"""Posts made of the word for a head and the short name of an agency: "Kadisperindag"."""

from collections.abc import Iterable

import msgspec

from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.matcher import fold
from kgraph.lexicon.posts import FusedPost, Posts


def fuse_posts(posts: Posts, heads: Iterable[Head]) -> Posts:
    """Return the posts with those of the heads of agencies that go by a short name.

    Short names that are spoken as a word ("Disperindag", not "BKPSDM") are fused with
    ``posts.fusing``, where the list does not have the post itself.
    """
    known = posts.phrase_set
    added = {}
    for head in heads:
        for form in head.forms if head.kind in posts.fusing_kinds else ():
            if not form.isalpha() or not form[0].isupper() or not form[1:].islower():
                continue
            if not fold(form).startswith(tuple(map(fold, posts.fused_beginnings))):
                continue
            fused = tuple(post for word in posts.fusing if fold(post := word + form.lower()) not in known)
            if fused:
                added[form] = FusedPost(forms=fused, body=form)
    return msgspec.structs.replace(posts, fused=(*posts.fused, *added.values()))
