package app.countersign.access;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a new API key is to be, read from what somebody wants: it has a name, scopes that there are, and an end.
 *
 * @param lastDay the last day on which it opens anything
 */
record KeyTerms(String label, Set<String> scopes, LocalDate lastDay) {

    static final Period USUAL = Period.ofYears(1);
    static final Period LONGEST = Period.ofYears(2);

    private static final PlainText LABEL = PlainText.line(100);

    /**
     * @param lastDay null for the usual period
     * @throws Invalid with complaints for {@code label}, {@code scopes}, {@code expiresOn}
     */
    static KeyTerms read(String label, Set<String> scopes, LocalDate lastDay, LocalDate today) {
        LocalDate until = lastDay == null ? today.plus(USUAL) : lastDay;
        Map<String, Reason> complaints = new LinkedHashMap<>();
        nameless(label).ifPresent(complaint -> complaints.put("label", complaint));
        if (scopes == null || scopes.isEmpty()) {
            complaints.put("scopes", Reason.of("access.key.complaint.no-scope"));
        } else if (!Scopes.ALL.containsAll(scopes)) {
            complaints.put("scopes", Reason.of("access.key.complaint.unknown-scope", String.join(", ", Scopes.ALL)));
        }
        if (until.isBefore(today) || until.isAfter(today.plus(LONGEST))) {
            complaints.put("expiresOn", Reason.of("access.key.complaint.end"));
        }
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return new KeyTerms(LABEL.clean(label), new TreeSet<>(scopes), until);
    }

    private static Optional<Reason> nameless(String label) {
        return LABEL.clean(label).isEmpty() ? Optional.of(Reason.of("kernel.text.missing")) : LABEL.complaint(label);
    }

    /** The first instant at which it opens nothing any more. */
    Instant end(ZoneId zone) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
