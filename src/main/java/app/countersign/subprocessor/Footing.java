package app.countersign.subprocessor;

import app.countersign.kernel.KebabCase;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * On what a transfer stands.
 *
 * @param safeguards what was agreed with the sub-processor, and its certificates
 * @param accepted whether the controllers have agreed already, because a document of their contract names it
 * @param exporters the countries from which data goes out, ISO 3166 alpha-2
 * @param day on which it is judged
 */
public record Footing(Set<Safeguard> safeguards, boolean accepted, Collection<String> exporters, LocalDate day) {

    public Footing {
        safeguards = Set.copyOf(safeguards);
    }

    boolean isCarried() {
        return safeguards.stream().anyMatch(Safeguard::carries);
    }

    Set<String> certifications() {
        return safeguards.stream().map(KebabCase::of).collect(Collectors.toSet());
    }
}
