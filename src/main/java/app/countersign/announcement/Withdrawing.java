package app.countersign.announcement;

import app.countersign.access.Actor;
import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Refused;
import app.countersign.subprocessor.Register;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Taking back an announcement that was made by mistake; a job tells those who had been told. */
@Stateless
public class Withdrawing {

    private static final PlainText REASON = PlainText.lines(2000);

    @Inject
    private Announcements announcements;

    @Inject
    private Register register;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Withdraws it. The register shows again what it showed before.
     *
     * @param why is told to everybody who had been told
     * @throws app.countersign.kernel.Invalid without a reason
     * @throws NotFound if there is none that the caller may know of
     * @throws Refused if it is withdrawn already, or in effect anywhere
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public void withdraw(UUID id, String why) {
        announcements.require(id);
        Announcement change = announcements.lock(id);
        String reason = REASON.require("reason", why);
        if (change.isApplied() || announcements.isInEffect(id)) {
            throw Refused.because("announcement.refusal.in-effect-somewhere");
        }
        change.withdraw(reason, clock.instant(), actor.identity().name());
        switch (change.kind()) {
            case NEW -> register.neverBegan(change.engagementId(), change.effectiveOn());
            case REPLACED -> {
                register.neverBegan(change.engagementId(), change.effectiveOn());
                change.replacedId()
                        .ifPresent(goes ->
                                register.goesOn(goes, change.effectiveOn().minusDays(1)));
            }
            case ENDED ->
                register.goesOn(change.engagementId(), change.effectiveOn().minusDays(1));
            case MOVED -> {}
        }
        happened.fire(ChangeEvent.withdrawn(change));
    }
}
