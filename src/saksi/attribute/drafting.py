"""The drafts of an article: every rule tried on every sentence, in text order."""

from __future__ import annotations

from typing import NamedTuple

from saksi.attribute.carried import carried
from saksi.attribute.citing import with_cited
from saksi.attribute.contents import spoken
from saksi.attribute.drafts import Draft, Piece
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.passages import Passage, passages_in
from saksi.attribute.prepositions import by_preposition
from saksi.attribute.quotatives import by_passive, by_quotative
from saksi.attribute.quotes import quotes_in
from saksi.attribute.reading import Reading
from saksi.attribute.relays import Relay, relay_claim, relays_in
from saksi.attribute.reports import by_agentless, by_noun
from saksi.attribute.stray import with_stray_quotes
from saksi.attribute.subjects import fronted_subject, subject_of
from saksi.attribute.verbs import by_participle, by_verb
from saksi.attribute.words import CueHit, Sentence, sentences_in
from saksi.model.pages import Article


class Subject(NamedTuple):
    """The phrase that a sentence without a claim begins with: it may be who speaks next."""

    at: Piece
    passage: int


def drafts_in(article: Article, lex: Lexicon) -> tuple[list[Draft], list[Subject]]:
    """The drafts of an article in text order, and the subjects of its sentences."""
    text = article.text
    drafts: list[Draft] = []
    subjects: list[Subject] = []
    for number, (passage, quotes) in enumerate(quotes_in(text, passages_in(article), lex.cues)):
        sentences = sentences_in(text, passage, quotes, number, lex)
        found: list[Draft] = []
        last: list[Draft] = []
        for n, sentence in enumerate(sentences):
            prior = sentences[n - 1] if n else None
            own = of_sentence(text, sentence, prior, lex)
            flowing = carried(sentence, prior, last, lex) if prior is not None and not own else None
            told = any(d.source is not None for d in last)
            last = own
            found.extend(own or ([flowing] if flowing is not None else []))
            subject = subject_of(sentence, lex)
            if subject is not None and not own and not told:
                subjects.append(Subject(subject, number))
            fronted = fronted_subject(sentence, lex)
            if fronted is not None:
                subjects.append(Subject(fronted, number))
            found.extend(_inside(text, sentence, lex))
        drafts.extend(with_stray_quotes(text, sentences, found))
    return drafts, subjects


def of_sentence(text: str, sentence: Sentence, prior: Sentence | None, lex: Lexicon) -> list[Draft]:
    """The drafts of one sentence, its relays put to them."""
    found: list[Draft] = []
    for hit in sentence.cues:
        if any(_covers(d, sentence, hit) for d in found):
            continue
        draft = _by_row(text, sentence, hit, prior, found, lex)
        if draft is not None:
            found.append(draft)
    relays = relays_in(text, sentence, lex)
    if relays:
        found = _relayed(text, sentence, relays, found, lex)
    return with_cited(text, sentence, found, lex)


def _covers(draft: Draft, sentence: Sentence, hit: CueHit) -> bool:
    """Whether a cue is a word of a source that a draft has already ("sumber yang dikutip")."""
    at = sentence.words[hit.first].start
    return draft.source is not None and draft.source[0] <= at < draft.source[1]


def _by_row(
    text: str, sentence: Sentence, hit: CueHit, prior: Sentence | None, found: list[Draft], lex: Lexicon
) -> Draft | None:
    for row in hit.rows:
        draft = _read(Reading(text, sentence, hit, row, lex), prior, found)
        if draft is not None:
            return draft
    return None


def _read(reading: Reading, prior: Sentence | None, found: list[Draft]) -> Draft | None:
    """The draft of a cue by the rule of its row's kind; a relay's is made when its sentence is read to the end."""
    match reading.row.kind:
        case "quotative":
            return by_quotative(reading)
        case "verb":
            return by_verb(reading, found)
        case "participle":
            return by_participle(reading, found)
        case "preposition":
            return by_preposition(reading)
        case "passive":
            return by_passive(reading, prior)
        case "agentless":
            return by_agentless(reading)
        case "noun":
            return by_noun(reading)
        case "relay":
            return None


def _relayed(text: str, sentence: Sentence, relays: list[Relay], drafts: list[Draft], lex: Lexicon) -> list[Draft]:
    """The drafts with the relays of their sentence, and the relay's own claim where nobody else is its source."""
    words = sentence.words
    cited = [r for r in relays if r.cue is not None]
    own = relay_claim(text, sentence, cited, drafts, lex) if cited else None
    used = {own.source, *own.relays} if own is not None else set()
    found: list[Draft] = []
    if own is not None:
        drafts = [
            d for d in drafts if d.cue != own.cue and not (d.rule == "agentless" and not own.holds(d.cue or (0, 0)))
        ]
    for draft in drafts:
        carriers = []
        for relay in relays:
            if (
                relay.source in used
                or draft.cue is None
                or draft.holds((words[relay.first].start, words[relay.first].end))
            ):
                continue
            nearest = max((d.cue[0] for d in drafts if d.cue and d.cue[0] <= words[relay.first].start), default=-1)
            before_it = draft.cue[0] < words[relay.first].start
            if draft.cue[0] == nearest or (draft.direct and before_it) or (not before_it and draft.how == "pronoun"):
                carriers.append(relay)
        if carriers:
            cuts = [words[r.cut].start for r in carriers]
            source = draft.source
            if source is not None:
                inside = [c for c in cuts if source[0] < c < source[1]]
                source = (source[0], _stripped(text, source[0], min(inside))) if inside else source
                source = None if source in [r.source for r in carriers] else source
            if source is None and draft.source is not None:
                found.append(draft)
                continue
            found.append(draft._replace(relays=tuple(r.source for r in reversed(carriers)), source=source))
            continue
        found.append(draft)
    return ([own] if own is not None else []) + found


def _stripped(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" ,"))


def _inside(text: str, sentence: Sentence, lex: Lexicon) -> list[Draft]:
    """The claims that others make within the quotations of a sentence, where a complementizer marks them."""
    found: list[Draft] = []
    for word in sentence.words:
        if word.quote is None:
            continue
        a, b = spoken(word, text)
        if b <= a:
            continue
        for inner in sentences_in(text, Passage(stretches=((a, b),)), (), sentence.passage, lex):
            if not inner.cues:
                continue
            for draft in of_sentence(text, inner, None, lex):
                if (
                    draft.bare
                    or draft.source is None
                    or draft.how != "phrase"
                    or draft.rule not in ("verb", "preposition")
                ):
                    continue
                said = text[draft.source[0] : draft.source[1]].casefold().split()
                if lex.pronouns.get(said[0]) is not None or any(lex.pronouns.get(w) == "speaker" for w in said):
                    continue
                if draft.row is not None and draft.row.strength == "weak" and said[-1] in lex.demonstratives:
                    continue  # "Kasus ini menunjukkan bahwa": nobody speaks
                found.append(draft._replace(sentence=sentence.number, rule=draft.rule + "-in-quotation"))
    return found
