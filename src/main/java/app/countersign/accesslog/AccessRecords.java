package app.countersign.accesslog;

import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.access.Roles;
import app.countersign.kernel.Below;
import app.countersign.kernel.DomainEvent;
import app.countersign.terms.Span;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reading the access log. */
@Stateless
public class AccessRecords {

    private static final int LARGEST_PAGE = 200;

    @Inject
    private AccessEntries entries;

    @Inject
    private Summarising summarising;

    @Inject
    private LogTerms terms;

    @Inject
    private CallersRemit remit;

    @Inject
    private Event<DomainEvent> happened;

    /** @param who the person's name while it is known; empty for a stranger */
    public record Line(AccessEntry entry, String who) {}

    /** @param next what to ask with for the page after this one; empty on the last */
    public record Page(List<Line> items, Optional<String> next) {}

    /** @param clause that says so, as the trail cites it; only for those who may know whose template it is */
    public record Keeping(Span span, Optional<String> clause) {}

    /**
     * The newest first, as far as the caller answers for what was reached.
     *
     * @param cursor {@link Page#next}; what is none begins at the newest
     * @param limit at most 200
     */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page page(AccessFilter filter, Optional<String> cursor, int limit) {
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        List<AccessEntry> found = entries.page(filter, cursor.flatMap(Below::parse), size + 1);
        if (found.size() <= size) {
            return new Page(summarising.named(found), Optional.empty());
        }
        AccessEntry last = found.get(size - 1);
        return new Page(
                summarising.named(found.subList(0, size)), Optional.of(new Below(last.at(), last.id()).toString()));
    }

    /** How long the log is kept; empty if no template says so, and then nothing is deleted. */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Optional<Keeping> keeping() {
        boolean all = remit.get().everyProcessor();
        return terms.kept()
                .map(promise -> new Keeping(
                        promise.span(), Optional.of(promise.clause()).filter(clause -> all)));
    }

    /** Whether the caller sees the whole log, and with it what it is reviewed for. */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public boolean seesWhole() {
        return remit.get().equals(Remit.EVERYTHING);
    }

    /** Notes that somebody takes a copy of what they see. */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public void takes(String form) {
        happened.fire(new AccessLogEvent.AccessLogExported(form));
    }
}
