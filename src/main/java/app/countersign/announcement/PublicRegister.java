package app.countersign.announcement;

import app.countersign.kernel.NotFound;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.EngagementState;
import app.countersign.subprocessor.Engagements;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
     * @param going who is engaged
     * @param planned who will be, from a day on that is still to come
     * @param changes the newest first
     */
    public record Published(
            Organisation processor, List<Engagement> going, List<Engagement> planned, List<Announcement> changes) {}

    /** @param code as templates call the processor
     * @throws NotFound if there is none */
    @PermitAll
    public Published of(String code) {
        Organisation processor = organisations
                .byCode(code == null ? "" : code)
                .orElseThrow(() -> NotFound.because("subprocessor.refusal.unknown"));
        LocalDate today = LocalDate.now(clock.withZone(processor.zone()));
        Map<Boolean, List<Engagement>> planned = engagements.going(processor.id(), today).stream()
                .collect(Collectors.partitioningBy(one -> one.state(today) == EngagementState.PLANNED));
        return new Published(
                processor, planned.get(false), planned.get(true), announcements.newest(processor.id(), NEWEST));
    }
}
