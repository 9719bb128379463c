package app.countersign.retention;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.access.Roles;
import app.countersign.contract.TemplateVersion;
import app.countersign.contract.TemplateVersions;
import app.countersign.deadline.Deadlines;
import app.countersign.document.StoredFile;
import app.countersign.document.StoredFiles;
import app.countersign.document.VirusCheck;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.terms.Span;
import app.countersign.terms.Template;
import app.countersign.terms.Term;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Deletions that people do, since no program of ours reaches the data: ordered, assigned, done with proof. */
@Stateless
public class HandDeletionDesk {

    /** In years: an earlier day is a slip of the pen, and would be overdue at once. */
    private static final int LONGEST_AGO = 10;

    /** In bytes. */
    public static final long LARGEST = 25L * 1024 * 1024;

    private static final int LARGEST_PAGE = 200;
    private static final PlainText FILE_NAME = PlainText.line(200);

    @Inject
    private HandDeletions deletions;

    @Inject
    private HandOrders orders;

    @Inject
    private Erasures erasures;

    @Inject
    private Ledger ledger;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Organisations organisations;

    @Inject
    private Deadlines deadlines;

    @Inject
    private StoredFiles files;

    @Inject
    private VirusCheck viruses;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** A page of the list.
     *
     * @param next what to ask with for the page after this one; empty on the last */
    public record Page(List<HandDeletion> items, OptionalLong next) {}

    /**
     * A promise that somebody may have to keep by hand.
     *
     * @param key names it, as {@code template line}
     * @param processor whose promise it is, by name
     * @param clause as people cite it
     */
    public record Promise(String key, String processor, String data, String clause, String sentence) {}

    /** The newest first. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO, Roles.AUDITOR})
    public Page page(Optional<HandDeletionState> state, OptionalLong before, int limit) {
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        Remit own = remit.get();
        List<HandDeletion> rows = deletions.page(own, state, before.orElse(Long.MAX_VALUE), size + 1);
        boolean more = rows.size() > size;
        List<HandDeletion> items = List.copyOf(more ? rows.subList(0, size) : rows);
        return new Page(items, more ? OptionalLong.of(items.get(size - 1).serial()) : OptionalLong.empty());
    }

    /** @throws NotFound if there is none, or none for the caller */
    @RolesAllowed({Roles.LEGAL, Roles.DPO, Roles.AUDITOR})
    public HandDeletion details(UUID id) {
        HandDeletion deletion = deletions.byId(id).orElseThrow(() -> NotFound.because(HandDeletions.UNKNOWN));
        if (!remit.get().reaches(deletion.recordedAt(), deletion.doneAt())) {
            throw NotFound.because(HandDeletions.UNKNOWN);
        }
        remit.require(deletion.processorId(), HandDeletions.KIND, id, HandDeletions.UNKNOWN);
        return deletion;
    }

    /** Whose data it is, as stores call them, for those who delete it; none where it is nobody's in particular, or done. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public List<String> persons(UUID id) {
        HandDeletion deletion = details(id);
        return deletion.isOpen()
                ? deletion.erasure()
                        .flatMap(erasures::byId)
                        .map(erasures::persons)
                        .orElse(List.of())
                : List.of();
    }

    /** What the templates of the caller's processors promise to delete, clause by clause. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public List<Promise> promises(Locale reader) {
        List<Promise> promises = new ArrayList<>();
        for (TemplateVersion version : versions.current()) {
            Template template = versions.template(version);
            organisations
                    .byCode(template.processor())
                    .filter(p -> remit.covers(p.id()))
                    .ifPresent(processor -> {
                        Map<String, String> names = template.dataCategories(reader);
                        deletable(template)
                                .forEach(term -> term.symbols("data")
                                        .forEach(data -> promises.add(new Promise(
                                                key(template, term, data),
                                                processor.name(),
                                                names.getOrDefault(data, data),
                                                term.clause().label(),
                                                term.sentence(reader)))));
                    });
        }
        return promises;
    }

    private static List<Term> deletable(Template template) {
        return template.terms("retain").stream()
                .filter(term -> term.says("then", "delete") && term.span("for").isPresent())
                .toList();
    }

    private static String key(Template template, Term term, String data) {
        return template.code() + " " + term.line() + " " + data;
    }

    /**
     * Orders a deletion by hand, due by its promise's period from the day of the request.
     *
     * @param promise as {@link Promise#key()} names it
     * @param title what and where; what the promise names if empty
     * @param requestedOn today if null
     * @throws Invalid with a complaint for {@code promise}, {@code title}, {@code requestedOn} or {@code note}
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public HandDeletion order(String promise, String title, LocalDate requestedOn, String assignee, String note) {
        for (TemplateVersion version : versions.current()) {
            Template template = versions.template(version);
            Optional<Organisation> processor =
                    organisations.byCode(template.processor()).filter(p -> remit.covers(p.id()));
            for (Term term : processor.isEmpty() ? List.<Term>of() : deletable(template)) {
                for (String data : term.symbols("data")) {
                    if (key(template, term, data).equals(promise)) {
                        String name = title == null || title.isBlank()
                                ? template.dataCategories(processor.get().language())
                                        .get(data)
                                : title;
                        return order(processor.get(), template, term, name, requestedOn, assignee, note);
                    }
                }
            }
        }
        throw Invalid.field("promise", Reason.of("deletion.complaint.promise"));
    }

    private HandDeletion order(
            Organisation processor,
            Template template,
            Term term,
            String title,
            LocalDate requestedOn,
            String assignee,
            String note) {
        LocalDate today = LocalDate.now(clock.withZone(processor.zone()));
        LocalDate day = requestedOn == null ? today : requestedOn;
        if (day.isAfter(today)) {
            throw Invalid.field("requestedOn", Reason.of("deletion.complaint.in-future"));
        }
        if (day.isBefore(today.minusYears(LONGEST_AGO))) {
            throw Invalid.field("requestedOn", Reason.of("deletion.complaint.long-ago", LONGEST_AGO));
        }
        Span span = term.span("for").orElseThrow();
        Instant due = span.period() == null
                ? span.after(day.atStartOfDay(processor.zone()))
                : HandOrders.endOf(day.plus(span.period()), processor);
        HandDeletion.Order what = new HandDeletion.Order(
                title, template.code() + " " + term.clause().id(), note);
        HandDeletion deletion = orders.order(processor, what, day, span, due, Optional.empty());
        if (assignee != null && !assignee.isBlank()) {
            deletion.assign(assignee);
        }
        return deletion;
    }

    /** @param name who is to do it; empty for nobody */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public void assign(UUID id, String name) {
        HandDeletion deletion = lock(id);
        deletion.assign(name);
        Map<String, Object> facts = HandDeletionEvent.facts(deletion);
        facts.put("to", deletion.assignee());
        happened.fire(new HandDeletionEvent.HandDeletionAssigned(id, deletion.processorId(), deletion.clause(), facts));
    }

    /**
     * What a person states who has deleted.
     *
     * @param by who deleted; the caller if empty
     * @param late why it is late; may be empty where it is not
     */
    public record Proof(String by, String statement, String late) {}

    /**
     * It is done: the deadline is met.
     *
     * @param content of a file that proves it; null where there is none
     * @throws Invalid with a complaint for {@code statement}, {@code by}, {@code late} or {@code file}
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public void done(UUID id, Proof proof, InputStream content, String fileName) {
        HandDeletion deletion = lock(id);
        String by =
                proof.by() == null || proof.by().isBlank() ? actor.identity().name() : proof.by();
        deletion.done(by, proof.statement(), clock.instant());
        if (content != null && fileName != null && !fileName.isBlank()) {
            keep(deletion, content, fileName);
        }
        if (deadlines.isAnyLate(id, HandOrders.CLOCK, clock.instant())
                && (proof.late() == null || proof.late().isBlank())) {
            throw Invalid.field("late", Reason.of("deletion.complaint.late"));
        }
        deadlines.meet(id, HandOrders.CLOCK, clock.instant(), by, proof.late());
        deletion.erasure().ifPresent(ledger::over);
        Map<String, Object> facts = HandDeletionEvent.facts(deletion);
        facts.put("by", by);
        deletion.proofSha256().ifPresent(hash -> facts.put("document", hash));
        happened.fire(new HandDeletionEvent.HandDeletionDone(id, deletion.processorId(), deletion.clause(), facts));
    }

    private void keep(HandDeletion deletion, InputStream content, String fileName) {
        String name = FILE_NAME.require(
                "file", fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
        StoredFile stored = files.store(viruses.check("file", content), "application/octet-stream");
        if (stored.size() == 0) {
            throw Invalid.field("file", Reason.of("deletion.complaint.empty-file"));
        }
        if (stored.size() > LARGEST) {
            throw Invalid.field("file", Reason.of("deletion.complaint.large-file", LARGEST / 1024 / 1024));
        }
        deletion.proven(name, stored.sha256());
    }

    /** It need not be done; the deadline is waived.
     *
     * @throws Invalid with a complaint for {@code reason} */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public void drop(UUID id, String reason) {
        HandDeletion deletion = lock(id);
        orders.drop(deletion, reason, actor.identity().name());
        deletion.erasure().ifPresent(ledger::over);
    }

    /** An erasure before what belongs to it, as everybody locks them.
     *
     * @throws Refused if there is none, or none for the caller */
    private HandDeletion lock(UUID id) {
        details(id).erasure().ifPresent(erasures::lock);
        return deletions.lock(id);
    }
}
