package app.countersign.breach;

import app.countersign.access.CallersRemit;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.Deadlines;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Texts;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.terms.Law;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reports to authorities as they would be sent now: by whom, to whom, under which act, and what they say. */
@ApplicationScoped
class AuthorityDrafts {

    @Inject
    private Breaches breaches;

    @Inject
    private AuthorityReports reports;

    @Inject
    private Found found;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Organisations organisations;

    @Inject
    private Authorities authorities;

    @Inject
    private Law law;

    @Inject
    private CallersRemit remit;

    @Inject
    private Clock clock;

    /** Those of the breach's processors that the caller answers for, by name. */
    List<Organisation> processors(Breach breach) {
        return organisations.processors().stream()
                .filter(processor -> breach.processors().contains(processor.id()) && remit.covers(processor.id()))
                .toList();
    }

    /** The next report as it would be sent now. */
    AuthorityDraft draft(
            Breach breach, Responsible responsible, AuthorityReporting.Which which, Optional<Locale> language) {
        Organisation controller = responsible.organisation();
        List<AuthorityReport> sent = reports.of(breach.id()).stream()
                .filter(report -> report.processorId().equals(responsible.processorId()))
                .filter(report -> report.concern().equals(responsible.concern().map(Concern::id)))
                .toList();
        Instant now = clock.instant();
        Proposal proposal = authorities.proposed(
                controller.country(),
                controller.address(),
                now.atZone(controller.zone()).toLocalDate());
        Locale reader = Texts.supported(language.orElse(controller.language()));
        String act = law.actAt(controller.country().code());
        ReportItems items = new ReportItems(
                breach,
                reports.supplement(breach.id()),
                controller,
                found.categories(Set.of(responsible.processorId()), reader),
                reader);
        return new AuthorityDraft(
                breach,
                controller,
                responsible.concern(),
                act,
                sent.size() + 1,
                sent.isEmpty() ? ReportPhase.INITIAL : ReportPhase.FURTHER,
                proposal,
                chosen(which.authority()).or(() -> lastOf(sent)).or(proposal::only),
                items.under(act),
                responsible.concern().isPresent() ? List.of() : clocks(breach, responsible),
                sent,
                reader);
    }

    private List<Deadline> clocks(Breach breach, Responsible responsible) {
        return deadlines.of(breach.id(), BreachClocks.AUTHORITY).stream()
                .filter(deadline -> deadline.subject()
                        .processor()
                        .filter(responsible.processorId()::equals)
                        .isPresent())
                .toList();
    }

    private Optional<Authority> lastOf(List<AuthorityReport> sent) {
        return sent.isEmpty()
                ? Optional.empty()
                : authorities.byId(sent.get(sent.size() - 1).authorityId());
    }

    private Optional<Authority> chosen(String id) {
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(authorities
                .byId(id.strip())
                .orElseThrow(() -> Invalid.field("authority", Reason.of("breach.complaint.authority"))));
    }

    /**
     * Whose report is meant.
     *
     * @throws Refused if it is not ours to send
     * @throws Invalid if the processor or the controller is none that there is
     */
    Responsible responsible(Breach breach, AuthorityReporting.Which which) {
        if (which.concern() != null && !which.concern().isBlank()) {
            Concern concern = breaches.visibleConcern(breach.id(), which.concern());
            return new Responsible(
                    organisations.byId(concern.controllerId()).orElseThrow(),
                    concern.processorId(),
                    Optional.of(concern));
        }
        if (!breach.isOwnController()) {
            throw Refused.because("breach.refusal.report-not-ours");
        }
        Organisation us = processors(breach).stream()
                .filter(processor -> which.processor() == null
                        || which.processor().isBlank()
                        || processor
                                .code()
                                .filter(which.processor().strip()::equals)
                                .isPresent())
                .findFirst()
                .orElseThrow(() -> Invalid.field("processor", Reason.of("breach.complaint.processor")));
        return new Responsible(us, us.id(), Optional.empty());
    }
}
