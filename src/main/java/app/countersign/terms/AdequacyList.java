package app.countersign.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One authority's list of adequate countries.
 *
 * @param name as people call it: {@code EU}, {@code CH}
 * @param exporters the countries from which data goes out under it; among them there is no transfer
 * @param source where it stands, and as of when
 */
public record AdequacyList(String name, Places exporters, String source, List<Decision> decisions) {

    public AdequacyList {
        decisions = List.copyOf(decisions);
    }

    /**
     * That some countries are adequate.
     *
     * @param from the first day
     * @param until the last day; empty while no end is set
     * @param certified the framework under which an organisation there must be certified
     * @param source the decision
     */
    public record Decision(
            Places countries, LocalDate from, Optional<LocalDate> until, Optional<String> certified, String source) {

        boolean holds(LocalDate day) {
            return !from.isAfter(day) && until.filter(day::isAfter).isEmpty();
        }

        boolean counts(Set<String> certifications) {
            return certified.isEmpty() || certifications.contains(certified.get());
        }
    }

    /** The decision that covers an organisation in that country on that day, if one does.
     *
     * @param certifications the frameworks under which the organisation is certified */
    public Optional<Decision> covering(String country, Set<String> certifications, LocalDate day) {
        return decisions.stream()
                .filter(decision -> decision.countries().contains(country))
                .filter(decision -> decision.holds(day) && decision.counts(certifications))
                .findFirst();
    }
}
