package app.countersign.subprocessor;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.Country;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.party.LegalName;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.party.Organisations;
import app.countersign.party.Parties;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeping the register: entering a sub-processor and amending what is known of one. */
@Stateless
public class Engaging {

    private static final int LONGEST_CHAIN = 20;

    @Inject
    private Engagements engagements;

    @Inject
    private Judging judging;

    @Inject
    private Parties parties;

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Enters a sub-processor. Organisations that may be the same under another spelling are the caller's to show before.
     *
     * @param code of the processor that engages it
     * @throws Invalid with a complaint for {@code processor} if the caller answers for none of that code, for
     *     {@code name} if the register has it under another spelling, and for {@code places} if a contract excludes a
     *     place, or nothing carries the transfer and no document of the contracts names it already
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public UUID enter(String code, OrganisationDetails who, EngagementDetails details) {
        Organisation engages = allowed(code, who, details);
        UUID processor = engages.id();
        Organisation organisation = parties.registerOnce(who, engages);
        Engagement engagement = new Engagement(
                processor,
                organisation,
                details,
                clock.instant(),
                actor.identity().name());
        engagements.add(engagement);
        happened.fire(EngagementEvent.entered(engagement));
        return engagement.id();
    }

    /** Whether it could be entered: the complaints that entering it would meet. Nothing is changed. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public Optional<Invalid> complaints(String code, OrganisationDetails who, EngagementDetails details) {
        try {
            allowed(code, who, details);
            return Optional.empty();
        } catch (Invalid e) {
            return Optional.of(e);
        }
    }

    /** The processor, if it may be entered there. */
    private Organisation allowed(String code, OrganisationDetails who, EngagementDetails details) {
        Organisation engages = organisations
                .byCode(code == null ? "" : code)
                .filter(one -> remit.covers(one.id()))
                .orElseThrow(() -> Invalid.field("processor", Reason.of("subprocessor.complaint.processor")));
        requireOneSpelling(engages.id(), who);
        requireParent(engages.id(), details.parent(), Optional.empty());
        Set<Country> judged = new HashSet<>(details.places());
        judged.add(who.country());
        requireAllowed(engages.id(), judged, details);
        return engages;
    }

    /**
     * Changes what is known of it. A safeguard or a certificate that was lost is recorded, not refused: the register then
     * shows which contracts that hits. A new place is judged as one that is entered.
     *
     * @param version of the engagement that was looked at while changing it
     * @throws Refused if somebody has changed it since
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public void amend(UUID id, long version, EngagementDetails details) {
        Engagement engagement = engagements.lock(id);
        if (engagement.version() != version) {
            throw Refused.because("subprocessor.refusal.changed-meanwhile");
        }
        requireParent(engagement.processorId(), details.parent(), Optional.of(id));
        Set<Country> added = new HashSet<>(details.places());
        added.removeAll(engagement.judged());
        requireAllowed(engagement.processorId(), added, details);
        Map<String, Object> before = EngagementEvent.facts(engagement);
        engagement.amend(details);
        happened.fire(EngagementEvent.amended(before, engagement));
    }

    private void requireAllowed(UUID processor, Set<Country> countries, EngagementDetails details) {
        boolean accepted = !details.document().isEmpty();
        Judging.Bench bench = judging.bench();
        Footing footing =
                new Footing(details.safeguards(), accepted, List.of(bench.seat(processor)), judging.today(processor));
        bench.judge(processor, countries, footing).stream()
                .flatMap(judged -> judged.placings().stream())
                .filter(placing ->
                        placing.verdict() == Verdict.FORBIDDEN || placing.verdict() == Verdict.UNFOUNDED && !accepted)
                .findFirst()
                .ifPresent(placing -> {
                    throw Invalid.field("places", placing.reason());
                });
    }

    /** One that does several things is entered several times, always under the same name. */
    private void requireOneSpelling(UUID processor, OrganisationDetails who) {
        engagements.going(processor, judging.today(processor)).stream()
                .filter(one -> one.organisation().country().equals(who.country())
                        && LegalName.isRespelt(one.name(), who.name()))
                .findFirst()
                .ifPresent(one -> {
                    throw Invalid.field("name", Reason.of("subprocessor.complaint.spelling", one.name()));
                });
    }

    /** A chain leads to the processor and never back to where it began. */
    private void requireParent(UUID processor, Optional<UUID> parent, Optional<UUID> itself) {
        Optional<UUID> next = parent;
        for (int steps = 0; next.isPresent(); steps++) {
            if (steps > LONGEST_CHAIN || next.equals(itself)) {
                throw Invalid.field("parent", Reason.of("subprocessor.complaint.circle"));
            }
            next = engagements
                    .byId(next.get())
                    .filter(one -> one.processorId().equals(processor))
                    .orElseThrow(() -> Invalid.field("parent", Reason.of("subprocessor.refusal.unknown")))
                    .parent();
        }
    }

    /** @throws NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public Engagement engagement(UUID id) {
        return engagements.require(id);
    }
}
