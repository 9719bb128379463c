package app.countersign.inquiry;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.retention.Holding;
import app.countersign.retention.Kept;
import app.countersign.retention.Origin;
import app.countersign.terms.Law;
import app.countersign.vault.Vault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Inquiries: recorded, extended, answered. */
@Stateless
public class InquiryDesk {

    private static final int LARGEST_PAGE = 200;
    private static final Set<String> MAY_KNOW_WHO = Set.of(Roles.DPO, Roles.LEGAL);

    @Inject
    private Inquiries inquiries;

    @Inject
    private InquiryReader reader;

    @Inject
    private AnswerClock clocks;

    @Inject
    private Holding holding;

    @Inject
    private Organisations organisations;

    @Inject
    private Law law;

    @Inject
    private Vault vault;

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
    public record Page(List<Inquiry> items, OptionalLong next) {}

    /**
     * Persons that an inquiry names.
     *
     * @param asker who asks
     * @param person whom it is about, as the stores call that person; empty for nobody in particular
     */
    public record Names(String asker, String person) {}

    /** The newest first. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Page page(Optional<InquiryState> state, OptionalLong before, int limit) {
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        List<Inquiry> rows = inquiries.page(remit.get(), state, before.orElse(Long.MAX_VALUE), size + 1);
        boolean more = rows.size() > size;
        List<Inquiry> items = List.copyOf(more ? rows.subList(0, size) : rows);
        return new Page(items, more ? OptionalLong.of(items.get(size - 1).serial()) : OptionalLong.empty());
    }

    /** @throws NotFound if there is none, or none for the caller */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Inquiry details(UUID id) {
        return visible(inquiries.byId(id));
    }

    /** Empty for those who may know of the inquiry, but not who is behind it. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Optional<Names> names(UUID id) {
        Inquiry inquiry = details(id);
        Set<String> roles = actor.caller().map(Caller::roles).orElse(Set.of());
        return Optional.of(inquiry)
                .filter(one -> roles.stream().anyMatch(MAY_KNOW_WHO::contains))
                .map(one -> new Names(
                        revealed(one.asker(), ConcealedAskers.purposeOf(id)),
                        one.isAboutPerson() ? revealed(one.person(), ConcealedInquired.purposeOf(id)) : ""));
    }

    private String revealed(byte[] concealed, String purpose) {
        byte[] plain = vault.reveal(concealed, purpose);
        try {
            return new String(plain, StandardCharsets.UTF_8);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** On what it rests, as people cite it. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public String basis(UUID id, Locale language) {
        String clause = details(id).clause();
        return law.label(clause, language).orElse(clause);
    }

    /** The caller's, one of which has been asked. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<Organisation> processors() {
        return organisations.processors().stream()
                .filter(one -> remit.covers(one.id()))
                .toList();
    }

    /**
     * From now on its clock runs, and what it is about stays.
     *
     * @throws Invalid with complaints by the entry's names
     */
    @RolesAllowed(Roles.DPO)
    public Inquiry record(InquiryEntry entry) {
        InquiryReader.Read read = reader.read(entry);
        UUID id = UUID.randomUUID();
        String by = actor.identity().name();
        Inquiry inquiry = new Inquiry(
                        id,
                        inquiries.nextSerial(),
                        read.processor().id(),
                        read.received(),
                        read.about(),
                        Typed.isMissing(entry.handler()) ? by : Typed.LINE.require("handler", entry.handler()),
                        clock.instant(),
                        by)
                .names(
                        concealed(read.asker(), ConcealedAskers.purposeOf(id)),
                        read.person().isEmpty() ? null : concealed(read.person(), ConcealedInquired.purposeOf(id)));
        inquiries.add(inquiry.due(clocks.start(inquiry, read.processor(), read.term())));
        holding.begin(new Origin(Inquiries.KIND, id, inquiry.number(), inquiry.clause()), kept(read), by);
        tell(
                inquiry,
                InquiryEvent.InquiryRecorded::new,
                Map.of("due", inquiry.dueAt().toString()));
        return inquiry;
    }

    private static Kept kept(InquiryReader.Read read) {
        return new Kept(
                read.processor().id(),
                read.about().store(),
                read.person(),
                read.controller(),
                read.about().from(),
                read.about().to());
    }

    private byte[] concealed(String text, String purpose) {
        return vault.conceal(text.getBytes(StandardCharsets.UTF_8), purpose);
    }

    /**
     * The answer takes longer, and whoever asked was told so, with the reason: of a person's once, as far as the law has it
     * and before the first period has passed (Art. 12(3) GDPR); of others to the day to which they agreed.
     *
     * @param until ISO 8601; as long as the law allows if empty and it says so
     * @throws Invalid with a complaint for {@code reason} or {@code until}
     * @throws Refused if it is answered, too late, or was extended before
     */
    @RolesAllowed(Roles.DPO)
    public Inquiry extend(UUID id, String reason, String until) {
        Inquiry inquiry = lock(id);
        Organisation processor = organisations.byId(inquiry.processorId()).orElseThrow();
        boolean ofPerson = inquiry.kind() == InquiryKind.PERSON;
        if (inquiry.isOpen() && ofPerson && clock.instant().isAfter(inquiry.dueAt())) {
            throw Refused.because("inquiry.refusal.extension-late");
        }
        String why = Typed.REASON.require("reason", reason);
        Optional<AnswerClock.Term> longest =
                ofPerson ? clocks.extended(processor, inquiry.receivedOn()) : Optional.empty();
        AnswerClock.Term term = reader.extended(inquiry, processor, longest, until);
        String by = actor.identity().name();
        inquiry.extend(term.end(inquiry.receivedOn(), processor), why, ofPerson, clock.instant());
        clocks.move(inquiry, processor, term, clock.instant(), by, why);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("due", inquiry.dueAt().toString());
        facts.put("reason", why);
        tell(inquiry, InquiryEvent.InquiryExtended::new, facts);
        return inquiry;
    }

    /**
     * What was answered, and how.
     *
     * @param answeredOn ISO 8601; today if empty
     * @param late why it is late; may be empty where it is not
     */
    public record Answer(String text, String answeredOn, String late) {}

    /**
     * It is answered: its clock ends, and it holds nothing any more.
     *
     * @throws Invalid with a complaint for {@code answer}, {@code answeredOn} or {@code late}
     */
    @RolesAllowed(Roles.DPO)
    public Inquiry answer(UUID id, Answer answer) {
        Inquiry inquiry = lock(id);
        Organisation processor = organisations.byId(inquiry.processorId()).orElseThrow();
        Instant now = clock.instant();
        LocalDate day = reader.answeredOn(inquiry, processor, answer.answeredOn());
        String by = actor.identity().name();
        inquiry.answer(Typed.ANSWER.require("answer", answer.text()), day, now, by);
        // Of an earlier day nobody knows the hour: it counts as its last moment.
        Instant end = AnswerClock.endOf(day, processor).minusMillis(1);
        Instant at = end.isBefore(now) ? end : now;
        if (clocks.isLate(inquiry, at) && Typed.isMissing(answer.late())) {
            throw Invalid.field("late", Reason.of("inquiry.complaint.late"));
        }
        clocks.stop(inquiry, at, by, Typed.REASON.optional("late", answer.late()));
        holding.end(id, by);
        tell(inquiry, InquiryEvent.InquiryAnswered::new, Map.of("answeredOn", day.toString()));
        return inquiry;
    }

    private void tell(Inquiry inquiry, InquiryEvent.Kind how, Map<String, Object> facts) {
        happened.fire(InquiryEvent.of(how, inquiry, facts));
    }

    private Inquiry lock(UUID id) {
        details(id);
        return visible(inquiries.lock(id));
    }

    private Inquiry visible(Optional<Inquiry> found) {
        Inquiry inquiry = found.orElseThrow(() -> NotFound.because(Inquiries.UNKNOWN));
        if (!remit.get().reaches(inquiry.recordedAt(), inquiry.closedAt())) {
            throw NotFound.because(Inquiries.UNKNOWN);
        }
        remit.require(inquiry.processorId(), Inquiries.KIND, inquiry.id(), Inquiries.UNKNOWN);
        return inquiry;
    }
}
