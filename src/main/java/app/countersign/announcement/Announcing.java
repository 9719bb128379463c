package app.countersign.announcement;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.contract.Contracts;
import app.countersign.deadline.Reckoning;
import app.countersign.kernel.Country;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.Bindings;
import app.countersign.subprocessor.Bindings.Binding;
import app.countersign.subprocessor.ChangeKind;
import app.countersign.subprocessor.EngageRule;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.EngagementDetails;
import app.countersign.subprocessor.Engagements;
import app.countersign.subprocessor.Footing;
import app.countersign.subprocessor.PlaceRules;
import app.countersign.subprocessor.Placing;
import app.countersign.subprocessor.Register;
import app.countersign.subprocessor.Safeguard;
import app.countersign.terms.Adequacy;
import app.countersign.terms.Span;
import app.countersign.terms.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Announcing a change of a sub-processor: from here on a job tells every controller whom it concerns. */
@Stateless
public class Announcing {

    private static final PlainText WORDS = PlainText.lines(2000);

    @Inject
    private Announcements announcements;

    @Inject
    private Engagements engagements;

    @Inject
    private Bindings bindings;

    @Inject
    private Adequacy adequacy;

    @Inject
    private Register register;

    @Inject
    private Contracts contracts;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * What is to be announced, as people and programs write it.
     *
     * @param engagement what it is about; of a replacement the one that comes
     * @param replaced the one that goes; null if none does
     * @param places of a move: codes or names of countries, with commas between
     * @param safeguards of a move
     * @param on the day, {@code 2026-12-24}
     * @param words why, and what it means for the controllers
     */
    public record Wish(
            ChangeKind kind,
            UUID engagement,
            UUID replaced,
            String places,
            List<String> safeguards,
            String on,
            String words) {}

    /** What one contract form demands of such a change, and how many contracts that are. */
    public record Demand(Template template, long contracts, EngageRule rule) {}

    /** What the contracts of that processor demand of such a change: shown before it is announced. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public List<Demand> demands(UUID engagementId, ChangeKind kind) {
        Engagement engagement = engagements.require(engagementId);
        return bindings.of(engagement.processorId()).stream()
                .filter(binding -> binding.contracts() > 0)
                .map(binding -> new Demand(
                        binding.template(),
                        binding.contracts(),
                        EngageRule.of(
                                binding.template(), kind, engagement.parent().isPresent())))
                .toList();
    }

    /**
     * Announces it. What the register is to show from then on, it shows.
     *
     * @throws Invalid with complaints for {@code places}, {@code on}, {@code words}, {@code replaced}
     * @throws Refused if it is announced already
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public UUID announce(Wish wish) {
        Engagement engagement = engagements.require(wish.engagement());
        Organisation processor = engagements
                .processor(engagement.processorId())
                .orElseThrow(() -> NotFound.because("subprocessor.refusal.unknown"));
        LocalDate today = LocalDate.now(clock.withZone(processor.zone()));
        LocalDate day = day(wish.on(), today);
        String words = WORDS.require("words", wish.words());
        Optional<Engagement> replaced = replaced(wish, engagement);
        boolean moves = wish.kind() == ChangeKind.MOVED;
        Set<Country> places = moves ? EngagementDetails.countries("places", wish.places()) : engagement.places();
        Set<Safeguard> safeguards = moves ? EngagementDetails.safeguards(wish.safeguards()) : engagement.safeguards();
        if (announcements.isAnnounced(engagement.id(), today)) {
            throw Refused.because("announcement.refusal.announced", engagement.name());
        }
        List<Binding> binding = bindings.of(processor.id());
        if (wish.kind() != ChangeKind.ENDED) {
            requireAllowed(binding, processor, engagement, places, safeguards, day);
        }
        requireLead(binding, processor, wish.kind(), engagement, day);
        Announcement change = new Announcement(
                announcements.nextNumber(today.getYear()),
                new Announcement.Wish(
                        wish.kind(),
                        processor.id(),
                        engagement.id(),
                        replaced.map(Engagement::id),
                        engagement.name(),
                        places,
                        safeguards,
                        day,
                        words),
                contracts.countInForce(Campaign.concerned(processor.id(), today)),
                clock.instant(),
                actor.identity().name());
        announcements.add(change);
        show(change, engagement, replaced);
        happened.fire(ChangeEvent.announced(change));
        return change.id();
    }

    private static LocalDate day(String text, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text.strip());
            if (!day.isAfter(today) || day.isAfter(today.plusYears(5))) {
                throw Invalid.field("on", Reason.of("announcement.complaint.future"));
            }
            return day;
        } catch (DateTimeException e) {
            throw Invalid.field("on", Reason.of("subprocessor.complaint.day"));
        }
    }

    private Optional<Engagement> replaced(Wish wish, Engagement comes) {
        if (wish.kind() != ChangeKind.REPLACED) {
            return Optional.empty();
        }
        if (wish.replaced() == null) {
            throw Invalid.field("replaced", Reason.of("kernel.text.missing"));
        }
        Engagement goes = engagements.require(wish.replaced());
        if (goes.id().equals(comes.id()) || !goes.processorId().equals(comes.processorId())) {
            throw Invalid.field("replaced", Reason.of("announcement.complaint.replaced"));
        }
        return Optional.of(goes);
    }

    /** What a contract form excludes for everybody is not announced; what it asks consent for is. */
    private void requireAllowed(
            List<Binding> binding,
            Organisation processor,
            Engagement engagement,
            Set<Country> places,
            Set<Safeguard> safeguards,
            LocalDate day) {
        Footing footing = new Footing(
                safeguards,
                engagement.document().isPresent(),
                Set.of(processor.country().code()),
                day);
        Set<Country> judged = new LinkedHashSet<>(places);
        judged.add(engagement.organisation().country());
        binding.stream()
                .map(one -> PlaceRules.of(one.template(), adequacy))
                .flatMap(rules -> judged.stream().map(country -> rules.judge(country, footing)))
                .filter(Placing::isBad)
                .findFirst()
                .ifPresent(placing -> {
                    throw Invalid.field("places", placing.reason());
                });
    }

    private void requireLead(
            List<Binding> binding, Organisation processor, ChangeKind kind, Engagement engagement, LocalDate day) {
        Instant now = clock.instant();
        for (Binding one : binding) {
            EngageRule rule =
                    EngageRule.of(one.template(), kind, engagement.parent().isPresent());
            Optional<LocalDate> earliest = rule.notice().map(span -> earliest(span, processor, now));
            if (one.contracts() > 0 && earliest.filter(day::isBefore).isPresent()) {
                throw Invalid.field(
                        "on",
                        Reason.of(
                                "announcement.complaint.lead",
                                rule.label(),
                                earliest.get().toString()));
            }
        }
    }

    private static LocalDate earliest(Span span, Organisation processor, Instant now) {
        return Reckoning.of(span, now, Campaign.place(processor))
                .due()
                .atZone(processor.zone())
                .toLocalDate();
    }

    private void show(Announcement change, Engagement engagement, Optional<Engagement> replaced) {
        switch (change.kind()) {
            case NEW -> register.begins(engagement.id(), change.effectiveOn());
            case REPLACED -> {
                register.begins(engagement.id(), change.effectiveOn());
                replaced.ifPresent(
                        goes -> register.ends(goes.id(), change.effectiveOn().minusDays(1)));
            }
            case ENDED -> register.ends(engagement.id(), change.effectiveOn().minusDays(1));
            case MOVED -> {}
        }
    }

    /** Whether the caller may announce for that processor. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public boolean mayFor(UUID processor) {
        return remit.covers(processor);
    }
}
