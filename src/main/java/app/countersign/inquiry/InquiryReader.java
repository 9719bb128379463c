package app.countersign.inquiry;

import app.countersign.access.CallersRemit;
import app.countersign.contract.Contract;
import app.countersign.contract.Contracts;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.retention.Store;
import app.countersign.retention.StoreDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Reads an inquiry as it was typed, and complains beside the field where it can't be. */
@ApplicationScoped
class InquiryReader {

    /** In years: an earlier day is a slip of the pen, and would be overdue at once. */
    private static final int LONGEST_AGO = 10;

    @Inject
    private AnswerClock clocks;

    @Inject
    private Contracts contracts;

    @Inject
    private StoreDesk stores;

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    @Inject
    private Clock clock;

    /**
     * @param person whom it is about; empty for nobody in particular
     * @param controller whose data it is about
     */
    record Read(
            Organisation processor,
            Received received,
            About about,
            AnswerClock.Term term,
            String asker,
            String person,
            Optional<UUID> controller) {}

    /** @throws Invalid with a complaint by the entry's names */
    Read read(InquiryEntry entry) {
        Organisation processor = processor(entry.processor());
        InquiryKind kind = Typed.kind(entry.kind());
        String asker = Typed.LINE.require("asker", entry.asker());
        String reference = Typed.LINE.optional("reference", entry.reference());
        String matter = Typed.MATTER.require("matter", entry.matter());
        LocalDate receivedOn = past("receivedOn", entry.receivedOn(), processor);
        AnswerClock.Term term = term(kind, processor, receivedOn, entry);
        Optional<Contract> contract = contract(entry.contract(), processor);
        String person = Typed.LINE.optional("person", entry.person());
        About about = new About(
                contract.map(Contract::id),
                contract.map(Contract::number).map(Object::toString).orElse(""),
                store(entry.store(), processor),
                Typed.day("from", entry.from()),
                Typed.day("to", entry.to()));
        requireSomething(about, person);
        return new Read(
                processor,
                new Received(kind, reference, matter, receivedOn, term.clause()),
                about,
                term,
                asker,
                person,
                contract.map(one -> one.controller().id()));
    }

    /** Of a whole processor nothing would be deleted any more, for months. */
    private static void requireSomething(About about, String person) {
        if (about.from().isPresent()
                && about.to().filter(last -> last.isBefore(about.from().get())).isPresent()) {
            throw Invalid.field("to", Reason.of("inquiry.complaint.before"));
        }
        boolean nothing = person.isEmpty()
                && about.contract().isEmpty()
                && about.store().isEmpty()
                && about.from().isEmpty()
                && about.to().isEmpty();
        if (nothing) {
            throw Invalid.field("person", Reason.of("inquiry.complaint.about"));
        }
    }

    private Organisation processor(String code) {
        return organisations
                .byCode(code == null ? "" : code.strip())
                .filter(one -> remit.covers(one.id()))
                .orElseThrow(() -> Invalid.field("processor", Reason.of("inquiry.complaint.processor")));
    }

    private AnswerClock.Term term(InquiryKind kind, Organisation processor, LocalDate receivedOn, InquiryEntry entry) {
        Optional<AnswerClock.Term> legal =
                kind == InquiryKind.PERSON ? clocks.ofPerson(processor, receivedOn) : Optional.empty();
        String basis = legal.isPresent()
                ? Optional.of(Typed.LINE.optional("basis", entry.basis()))
                        .filter(text -> !text.isEmpty())
                        .orElse(legal.get().clause())
                : Typed.LINE.require("basis", entry.basis());
        Optional<LocalDate> set = Typed.day("answerBy", entry.answerBy());
        if (set.isEmpty()) {
            return legal.map(term -> new AnswerClock.Term(term.span(), basis, Optional.empty()))
                    .orElseThrow(() -> Invalid.field("answerBy", Reason.of("inquiry.complaint.answer-by")));
        }
        if (set.get().isBefore(receivedOn)) {
            throw Invalid.field("answerBy", Reason.of("inquiry.complaint.answer-before"));
        }
        return within(legal, AnswerClock.Term.until(set.get(), receivedOn, basis), "answerBy", receivedOn, processor);
    }

    /** A day that was set is never later than the law has it. */
    private static AnswerClock.Term within(
            Optional<AnswerClock.Term> longest,
            AnswerClock.Term term,
            String field,
            LocalDate receivedOn,
            Organisation processor) {
        boolean tooLate = longest.filter(
                        most -> term.end(receivedOn, processor).isAfter(most.end(receivedOn, processor)))
                .isPresent();
        if (tooLate) {
            throw Invalid.field(field, Reason.of("inquiry.complaint.beyond-law"));
        }
        return term;
    }

    /** @param longest what the law allows; empty if it says nothing */
    AnswerClock.Term extended(
            Inquiry inquiry, Organisation processor, Optional<AnswerClock.Term> longest, String until) {
        Optional<LocalDate> day = Typed.day("until", until);
        if (day.isEmpty()) {
            return longest.map(term -> new AnswerClock.Term(term.span(), inquiry.clause(), Optional.empty()))
                    .orElseThrow(() -> Invalid.field("until", Reason.of("inquiry.complaint.until")));
        }
        if (!AnswerClock.endOf(day.get(), processor).isAfter(inquiry.dueAt())) {
            throw Invalid.field("until", Reason.of("inquiry.complaint.until-later"));
        }
        return within(
                longest,
                AnswerClock.Term.until(day.get(), inquiry.receivedOn(), inquiry.clause()),
                "until",
                inquiry.receivedOn(),
                processor);
    }

    LocalDate answeredOn(Inquiry inquiry, Organisation processor, String text) {
        LocalDate day = past("answeredOn", text, processor);
        if (day.isBefore(inquiry.receivedOn())) {
            throw Invalid.field("answeredOn", Reason.of("inquiry.complaint.answer-before"));
        }
        return day;
    }

    /** Today, if nothing was typed. */
    private LocalDate past(String field, String text, Organisation processor) {
        LocalDate today = LocalDate.now(clock.withZone(processor.zone()));
        LocalDate day = Typed.day(field, text).orElse(today);
        if (day.isAfter(today)) {
            throw Invalid.field(field, Reason.of("inquiry.complaint.in-future"));
        }
        if (day.isBefore(today.minusYears(LONGEST_AGO))) {
            throw Invalid.field(field, Reason.of("inquiry.complaint.long-ago", LONGEST_AGO));
        }
        return day;
    }

    private Optional<Contract> contract(String number, Organisation processor) {
        if (Typed.isMissing(number)) {
            return Optional.empty();
        }
        return Optional.of(contracts
                .byNumber(number.strip())
                .filter(contract -> contract.processor().id().equals(processor.id()))
                .orElseThrow(() -> Invalid.field("contract", Reason.of("inquiry.complaint.contract"))));
    }

    private Optional<UUID> store(String id, Organisation processor) {
        if (Typed.isMissing(id)) {
            return Optional.empty();
        }
        return Optional.of(known(id)
                .filter(store -> store.processorId().equals(processor.id()))
                .map(Store::id)
                .orElseThrow(() -> Invalid.field("store", Reason.of("inquiry.complaint.store"))));
    }

    private Optional<Store> known(String id) {
        return Ids.maybe(id.strip())
                .flatMap(wanted -> stores.all().stream()
                        .filter(store -> store.id().equals(wanted))
                        .findFirst());
    }
}
