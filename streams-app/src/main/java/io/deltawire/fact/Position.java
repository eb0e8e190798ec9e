package io.deltawire.fact;

import io.deltawire.text.Hedge;
import java.time.Instant;
import java.util.List;

/**
 * One value of a fact with those who report it.
 *
 * @param value canonical value
 * @param hedge the firmest way it was put
 * @param sources independent sources (duplicate groups and families counted once), in order of first report
 * @param firstAt effective time of the first report
 * @param lastAt effective time of the latest
 * @param speakers who is quoted for it
 */
public record Position(
        String value,
        String unit,
        Hedge hedge,
        List<String> sources,
        Instant firstAt,
        Instant lastAt,
        List<String> speakers) {}
