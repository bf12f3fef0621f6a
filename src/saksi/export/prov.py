"""A claim's chain -> W3C PROV-JSON: entities, activities and agents from the origin's words to the publisher's page."""

from __future__ import annotations

from typing import Any

from saksi.model.claims import Claim
from saksi.model.journal import Record

Json = dict[str, Any]


def prov_of(record: Record, claim: Claim) -> Json:
    """One PROV document: each hop of the chain is an agent and a telling; each telling derives from the one before.

    Source: W3C PROV-JSON (member submission 2013), PROV-DM.
    """
    article = record.article
    entities: Json = {
        f"saksi:{article.id}": {"prov:type": "saksi:Article", "prov:label": article.headline or article.doc},
        f"saksi:{claim.id}": {
            "prov:type": "saksi:Claim",
            "prov:value": " … ".join(s.text for s in claim.content.spans),
            "saksi:start": claim.content.spans[0].start,
            "saksi:end": claim.content.spans[-1].end,
            "saksi:rule": claim.rule,
        },
    }
    agents: Json = {}
    attributed: Json = {}
    derived: Json = {
        "_:from-article": {"prov:generatedEntity": f"saksi:{claim.id}", "prov:usedEntity": f"saksi:{article.id}"}
    }
    before: str | None = None
    for n, hop in enumerate(reversed(claim.chain)):
        agent, telling = f"saksi:{claim.id}/agent/{n}", f"saksi:{claim.id}/telling/{n}"
        agents[agent] = {"prov:label": hop.source.name or "unnamed", "prov:type": f"saksi:{hop.source.kind}"}
        told: Json = {"prov:type": "saksi:Telling"}
        if hop.said_at:
            told["saksi:said_at"] = hop.said_at
        if hop.cue:
            told |= {"saksi:cue": hop.cue.span.text, "saksi:stance": hop.cue.stance}
        entities[telling] = told
        attributed[f"_:by-{n}"] = {"prov:entity": telling, "prov:agent": agent}
        if before:
            derived[f"_:from-{n}"] = {"prov:generatedEntity": telling, "prov:usedEntity": before}
        before = telling
    derived["_:kept"] = {"prov:generatedEntity": f"saksi:{article.id}", "prov:usedEntity": before}
    activities = {
        f"saksi:{a.id}": {"prov:type": f"saksi:{a.stage}", "saksi:version": a.stage_version} for a in record.activities
    }
    generated = {
        f"_:made-{a.stage}": {"prov:entity": f"saksi:{claim.id}", "prov:activity": f"saksi:{a.id}"}
        for a in record.activities
        if a.stage == "attribute"
    }
    return {
        "prefix": {"saksi": "urn:saksi:", "prov": "http://www.w3.org/ns/prov#"},
        "entity": entities,
        "agent": agents,
        "activity": activities,
        "wasAttributedTo": attributed,
        "wasDerivedFrom": derived,
        "wasGeneratedBy": generated,
    }
