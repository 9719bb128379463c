package app.countersign.breach;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.deadline.Citations;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.Deadlines;
import app.countersign.kernel.Csv;
import app.countersign.kernel.Texts;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Every breach is documented, notified or not (Art. 33(5) GDPR): the record of one, and the register of all. */
@Stateless
public class Documenting {

    private static final int PAGE = 200;

    /** So many controllers, deadlines and notices fit into one document. */
    private static final int MOST = 10_000;

    @Inject
    private Breaches breaches;

    @Inject
    private BreachList list;

    @Inject
    private Judgements judgements;

    @Inject
    private AuthorityReports reports;

    @Inject
    private Notices notices;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Keeping keeping;

    @Inject
    private Found found;

    @Inject
    private Involved involved;

    @Inject
    private Organisations organisations;

    @Inject
    private Citations citations;

    @Inject
    private CallersRemit remit;

    @Inject
    private Clock clock;

    /** @throws app.countersign.kernel.NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public JsonObject json(UUID breachId, Locale language) {
        return DossierJson.of(dossier(breaches.require(breachId)), language);
    }

    /** The same as PDF/A, with the data inside. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public byte[] pdf(UUID breachId, Locale language) {
        Dossier dossier = dossier(breaches.require(breachId));
        Map<String, String> categories = found.categories(dossier.breach().processors(), language);
        return new DossierPaper(dossier, categories, clause -> citations.label(clause, language), language)
                .pdf(AuthorityPaper.bytes(DossierJson.of(dossier, language)));
    }

    private Dossier dossier(Breach breach) {
        UUID id = breach.id();
        long controllers = list.concernCounts(id).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Dossier(
                breach,
                reports.supplement(id),
                processors(breach),
                involved.names(breach),
                list.concerns(id, ConcernFilter.ALL, Optional.empty(), MOST),
                Stream.concat(deadlines.ofParts(id, Set.of()).stream(), deadlines.ofAllParts(id, MOST).stream())
                        .sorted(Comparator.comparing(Deadline::dueAt))
                        .toList(),
                notices.toldOf(id, MOST),
                judgements.of(id),
                judgements.decisions(id),
                reports.of(id),
                judgements.turns(id),
                keeping.until(breach, reports.all(id)),
                controllers > MOST ? Optional.of(controllers) : Optional.empty(),
                clock.instant());
    }

    private List<String> processors(Breach breach) {
        return organisations.processors().stream()
                .filter(us -> breach.processors().contains(us.id()) && remit.covers(us.id()))
                .map(Organisation::name)
                .toList();
    }

    /** The last day on which its record must be there; empty while it is open, or if nothing says how long. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Optional<LocalDate> keptUntil(UUID breachId) {
        return keeping.until(breaches.require(breachId), reports.all(breachId));
    }

    /** All breaches that the caller may know of, as a table for other programs, the newest first. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public String register(Locale language) {
        Texts texts = Texts.of(language);
        StringBuilder csv = new StringBuilder(Csv.MARK);
        csv.append(
                Csv.line(List.of("number", "state", "title", "aware", "severity", "authority", "told", "kept").stream()
                        .map(name -> texts.text("breach.register." + name))
                        .toList()));
        Optional<Breach> last = Optional.empty();
        List<Breach> page;
        do {
            page = list.page(BreachFilter.ALL, last, PAGE);
            page.forEach(breach -> csv.append(Csv.line(row(breach, texts))));
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == PAGE);
        return csv.toString();
    }

    private List<Object> row(Breach breach, Texts texts) {
        List<AuthorityReport> sent = reports.of(breach.id());
        List<Object> row = new ArrayList<>();
        row.add(breach.number());
        row.add(breach.state().label().in(texts.language()));
        row.add(breach.facts().title());
        row.add(breach.awareAt().map(Object::toString).orElse(""));
        row.add(judgements
                .last(breach.id())
                .map(judgement -> judgement.score().toPlainString() + " "
                        + judgement.level().label().in(texts.language()))
                .orElse(""));
        row.add(sent.stream().findFirst().map(AuthorityReport::authorityName).orElse(""));
        row.add(sent.stream()
                .findFirst()
                .map(report -> report.sentAt().toString())
                .orElse(""));
        row.add(keeping.until(breach, reports.all(breach.id()))
                .map(LocalDate::toString)
                .orElse(""));
        return row;
    }
}
