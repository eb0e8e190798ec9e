package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days told only by how far they lie from those before: "put back by three days" is a day where the story knows from which. */
final class Deferred {
    private static final int ISO_DAY = 10;
    private static final Pattern LENGTH = Pattern.compile("P-?\\d+[DM]");

    private Deferred() {}

    static boolean is(Claim claim) {
        return claim.kind() == Kind.SCHEDULE && LENGTH.matcher(claim.value()).matches();
    }

    /** The claim with the day that it means of a fact; empty where the fact has no day. */
    static Optional<Claim> dated(Claim claim, Fact fact) {
        Standing leading = fact.leading();
        if (leading == null || leading.value().length() != ISO_DAY) {
            return Optional.empty();
        }
        try {
            Period by = Period.parse(claim.value());
            // an outlet behind the news tells of the move that the story has heard of
            boolean known = fact.standings().stream()
                    .filter(standing -> standing.state() == Standing.State.SUPERSEDED)
                    .anyMatch(standing -> moved(standing.value(), by).equals(leading.value()));
            return Optional.of(
                    known
                            ? claim.stating(leading.value(), claim.qualifiers())
                            : claim.stating(moved(leading.value(), by), since(claim, leading.value())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> since(Claim claim, String day) {
        return Stream.concat(claim.qualifiers().stream(), Stream.of(Slot.WAS + "=" + day))
                .sorted()
                .toList();
    }

    private static String moved(String day, Period by) {
        if (day.length() != ISO_DAY) {
            return day;
        }
        LocalDate moved = LocalDate.parse(day).plus(by);
        return by.toTotalMonths() == 0
                ? moved.toString()
                : YearMonth.from(moved).toString();
    }
}
