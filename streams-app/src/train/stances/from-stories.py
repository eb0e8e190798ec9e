#!/usr/bin/env python3
"""Makes stories.jsonl: python3 from-stories.py FOLDER... > stories.jsonl, each folder with articles.jsonl and gold.json.

For every change of a position, the sentences (three at most) that name its holder in the article that tells it, and in the last one before
that does so.
"""
import json
import pathlib
import re
import sys

FIRST_WORDS = (
    ("accept", "accepts"), ("reject", "rejects"), ("refus", "rejects"), ("den", "denies"), ("undecid", "undecided"),
    ("condition", "conditional"), ("demand", "demands"), ("propos", "proposes"), ("admi", "admits"),
)  # fmt: skip
TITLE = re.compile(
    r"^(the|a|an|president|minister|mayor|prefect|bishop|board chair|coach|governor|senator) ", re.IGNORECASE
)


def stance(pattern):
    """The position that a pattern of gold.json is for: its first word says."""
    word = (pattern or "").replace("(?i)", "")
    return next((name for first, name in FIRST_WORDS if word.startswith(first)), None)


def names(holder):
    """What a text may call the holder, the fullest first."""
    plain = TITLE.sub("", holder)
    words = plain.split()
    found = [holder, plain]
    if len(words) > 1:
        found += [words[-1], " ".join(words[-2:])]
    whose = re.match(r"(.+?)['’]s? (.+)", plain)
    of = re.match(r"(.+?) of (.+)", plain)
    return found + ([whose.group(2)] if whose else []) + ([of.group(1)] if of else [])


def snippet(text, holder):
    """Sentences that name the holder and how they do, or None."""
    sentences = re.split(r'(?<=[.!?"”])\s+(?=[A-Z"“])', text)
    for name in names(holder):
        word = re.compile(r"\b" + re.escape(name) + r"\b", re.IGNORECASE)
        hits = [sentence for sentence in sentences if len(name) > 2 and word.search(sentence)]
        if hits:
            return " ".join(hits[:3]), word.search(hits[0]).group(0)
    return None


def rows(folder):
    articles = {}
    for line in (folder / "articles.jsonl").read_text().splitlines():
        article = json.loads(line)
        articles[article["id"]] = article
    for story in json.loads((folder / "gold.json").read_text()):
        order = sorted(story["articles"], key=lambda each: articles[each]["published_at"])
        for change in story["gold"]:
            if change["kind"] != "POSITION" or change["article"] not in articles or not change.get("what"):
                continue
            holder = re.split(r" (?:on|over|about|and|in|/) ", change["what"])[0]
            after, before = stance(change.get("after")), stance(change.get("before"))
            if "admi" in (change.get("after") or ""):
                after, before = "admits", "denies" if before in ("rejects", "denies") else before
            earlier = order[: order.index(change["article"])][::-1]
            for name, where in ((after, [change["article"]]), (before, earlier)):
                found = next(filter(None, (snippet(articles[each]["text"], holder) for each in where)), None)
                if name and found:
                    yield {"text": found[0], "positions": [{"holder": found[1], "stance": name}]}


for argument in sys.argv[1:]:
    for row in rows(pathlib.Path(argument)):
        print(json.dumps(row, ensure_ascii=False))
