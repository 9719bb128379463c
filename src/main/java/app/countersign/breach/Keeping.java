package app.countersign.breach;

import app.countersign.contract.TemplateVersions;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.terms.Law;
import app.countersign.terms.LegalRule;
import app.countersign.terms.Term;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How long the record of a breach is kept: as the longest of law and contracts says (Art. 15(4) of the Swiss ordinance: two
 * years from the notification), counted from the last report to an authority, or from its end where nobody was told.
 */
@ApplicationScoped
class Keeping {

    private static final String RECORDS = "breach-records";

    @Inject
    private Law law;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Organisations organisations;

    /** The last day on which it must be there; empty while it is open, or if neither law nor contract says how long. */
    Optional<LocalDate> until(Breach breach, List<AuthorityReport> sent) {
        if (breach.endedAt().isEmpty()) {
            return Optional.empty();
        }
        List<Organisation> ours = breach.processors().stream()
                .map((UUID id) -> organisations.byId(id).orElseThrow())
                .toList();
        Organisation first = ours.get(0);
        LocalDate ended = day(breach.endedAt().get(), first);
        Optional<LocalDate> told = sent.stream()
                .map(AuthorityReport::sentAt)
                .max(Comparator.naturalOrder())
                .map(at -> day(at, first));
        Stream<Term> legal = law.on(ended, "retain").stream().map(LegalRule::promise);
        Stream<Term> contractual = versions.current().stream()
                .map(versions::template)
                .filter(template -> ours.stream()
                        .anyMatch(us ->
                                us.code().filter(template.processor()::equals).isPresent()))
                .flatMap(template -> template.terms("retain").stream());
        return until(told.orElse(ended), ended, periods(Stream.concat(legal, contractual)));
    }

    private static LocalDate day(Instant at, Organisation us) {
        return at.atZone(us.zone()).toLocalDate();
    }

    /** What those rules say of records of breaches. */
    static List<Period> periods(Stream<Term> rules) {
        return rules.filter(term -> term.says("data", RECORDS))
                .flatMap(term -> term.period("for").stream())
                .toList();
    }

    /** The longest of the periods from that day, and never before it ended; empty without a period. */
    static Optional<LocalDate> until(LocalDate from, LocalDate ended, List<Period> periods) {
        return periods.stream()
                .map(from::plus)
                .max(Comparator.naturalOrder())
                .map(last -> last.isBefore(ended) ? ended : last);
    }
}
