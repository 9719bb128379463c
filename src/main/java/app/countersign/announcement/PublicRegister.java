package app.countersign.announcement;

import app.countersign.kernel.NotFound;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.Engagements;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What anybody may read: a processor's sub-processors and announced changes, without a word of who was told. */
@Stateless
public class PublicRegister {

    private static final int NEWEST = 50;

    @Inject
    private Organisations organisations;

    @Inject
    private Engagements engagements;

    @Inject
    private Announcements announcements;

    @Inject
    private Clock clock;

    /**
     * A processor's public page.
     *
     * @param going who is engaged, or will be
     * @param changes the newest first
     */
    public record Published(Organisation processor, List<Engagement> going, List<Announcement> changes) {}

    /** @param code as templates call the processor
     * @throws NotFound if there is none */
    @PermitAll
    public Published of(String code) {
        Organisation processor = organisations
                .byCode(code == null ? "" : code)
                .orElseThrow(() -> NotFound.because("subprocessor.refusal.unknown"));
        LocalDate today = LocalDate.now(clock.withZone(processor.zone()));
        return new Published(
                processor, engagements.going(processor.id(), today), announcements.newest(processor.id(), NEWEST));
    }
}
