package io.deltawire.engine;

import io.deltawire.claim.Claim;
import io.deltawire.entity.Attribution;
import io.deltawire.entity.Entities;
import io.deltawire.story.Digest;
import io.deltawire.text.Document;
import io.deltawire.text.Values;
import java.util.List;

/** An article with all that ENRICH read from it. */
public record Enriched(
        Document document,
        Entities entities,
        Values values,
        List<Attribution> attributions,
        List<Claim> claims,
        Digest digest) {}
