package app.countersign.trail;

import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.access.Roles;
import app.countersign.kernel.Below;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reading the trail, verifying it and taking it away. */
@Stateless
public class TrailRecords {

    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_HEAD = 4000;

    @Inject
    private TrailRows rows;

    @Inject
    private Chaining chaining;

    @Inject
    private Heads heads;

    @Inject
    private Verifications verifications;

    @Inject
    private Exporting exporting;

    @Inject
    private CallersRemit remit;

    @Inject
    private Event<DomainEvent> happened;

    @Inject
    private Clock clock;

    /**
     * A page of the trail, the newest first.
     *
     * @param next what to ask with for the page after this one; empty on the last
     */
    public record Page(List<TrailEntry> items, Optional<String> next) {}

    /** @param cursor {@link Page#next}; what is none begins at the newest */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page page(TrailFilter filter, Optional<String> cursor, int limit) {
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        List<TrailEntry> found = rows.page(filter, cursor.flatMap(Below::parse), size + 1);
        if (found.size() <= size) {
            return new Page(found, Optional.empty());
        }
        TrailEntry last = found.get(size - 1);
        return new Page(List.copyOf(found.subList(0, size)), Optional.of(new Below(last.at(), last.id()).toString()));
    }

    /** The names of all events that ever happened. */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<String> events() {
        return rows.events();
    }

    /** Whether the caller may see the trail as a whole: how long it is, and what every processor has in it. */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public boolean seesWhole() {
        return remit.get().equals(Remit.EVERYTHING);
    }

    private void requireWhole() {
        if (!seesWhole()) {
            throw Refused.because("trail.refusal.part");
        }
    }

    /** Where the chain ends now, signed; it is kept, so that a later one can be held against it. */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Head head() {
        requireWhole();
        Head head = chaining.now().orElseThrow(() -> NotFound.because("trail.refusal.empty"));
        heads.keep(head);
        return head;
    }

    /**
     * Has the whole trail verified, in the background.
     *
     * @param noted a head that was noted outside, as JSON; may be blank
     * @throws Invalid with a complaint for {@code head}
     */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Verification verify(String noted) {
        requireWhole();
        String head = noted == null || noted.isBlank() ? null : noted.strip();
        if (head != null) {
            requireHead(head);
        }
        long about = chaining.seen().map(Head::position).orElse(0L);
        Verification verification = new Verification(clock.instant(), head, about);
        verifications.add(verification);
        return verification;
    }

    private static void requireHead(String json) {
        try {
            if (json.length() <= LONGEST_HEAD) {
                Head.parse(json);
                return;
            }
        } catch (IllegalArgumentException e) {
            throw Invalid.field("head", Reason.of("trail.complaint.head", e.getMessage()));
        }
        throw Invalid.field("head", Reason.of("trail.complaint.head-long"));
    }

    /** @throws NotFound if there is none */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Verification verification(UUID id) {
        requireWhole();
        return verifications.byId(id).orElseThrow(() -> NotFound.because("trail.refusal.unknown-verification"));
    }

    /** The one that was asked for last. */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Optional<Verification> lastVerification() {
        requireWhole();
        return verifications.last();
    }

    /** Notes that somebody takes a copy: the whole as a ZIP file, or what they see as a table. */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public void takes(String form) {
        if (form.equals("zip")) {
            requireWhole();
        }
        UUID installation = chaining.now().map(Head::installation).orElse(new UUID(0, 0));
        happened.fire(new TrailEvent.TrailExported(installation, form));
    }

    /** The whole trail as a ZIP file that proves itself. To be noted with {@link #takes} before. */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void export(OutputStream out) throws IOException {
        requireWhole();
        exporting.write(out);
    }
}
