package app.countersign.contract;

import app.countersign.kernel.Change;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.StoredReason;
import app.countersign.party.Organisation;
import app.countersign.terms.Conclusion;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One template version between one processor and one controller.
 *
 * <p>It is drafted, issued to the controller, comes back signed, is checked and accepted or refused, is countersigned,
 * and is in force from the day that its template's rule yields. Until it is in force it can be withdrawn; afterwards it
 * can only be terminated. Where the template says that nobody signs, it goes from draft to in force as soon as the
 * service contract's date is known.
 */
@Entity
@Table(name = "contract")
public class Contract {

    /** A reason that a person writes, for whoever reads it in a mail. */
    static final PlainText REASON = PlainText.lines(1000);

    @Id
    private UUID id;

    private long serial;
    private String number;
    private ContractState state;

    @Transient
    private ContractState stateBefore;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "template_version_id")
    private TemplateVersion template;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "processor_id")
    private Organisation processor;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "controller_id")
    private Organisation controller;

    private String language;

    @Column(name = "addressee_name")
    private String addresseeName;

    @Column(name = "addressee_email")
    private String addresseeEmail;

    @Embedded
    private SignaturePage page;

    @Embedded
    private Waiting waiting = new Waiting();

    @Embedded
    private Milestones milestones = new Milestones();

    @Column(name = "main_contract_signed_on")
    private LocalDate mainContractSignedOn;

    @Embedded
    private ProcessorSignature processorSignature;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    @Embedded
    private Ending ending = new Ending();

    @Embedded
    private Cure cure;

    @Embedded
    private TakenIn takenIn;

    /** Why it was refused or withdrawn, for people. */
    private String remark;

    /** What keeps it from being sealed: see {@link StoredReason}. */
    @Column(name = "problem_key")
    private String problemKey;

    @Column(name = "problem_detail")
    private String problemDetail;

    @Version
    private long version;

    protected Contract() {}

    /**
     * A draft.
     *
     * @param number unique, never reused
     * @param language of the document and of the mails
     */
    Contract(ContractNumber number, Parties parties, TemplateVersion template, Locale language, Instant now) {
        this.id = UUID.randomUUID();
        this.serial = number.serial();
        this.number = number.text();
        this.state = ContractState.DRAFT;
        this.template = template;
        this.processor = parties.processor();
        this.controller = parties.controller();
        this.addresseeName = parties.addresseeName();
        this.addresseeEmail = parties.addresseeEmail().value();
        this.language = language.toLanguageTag();
        milestones.created(now);
    }

    /**
     * Between whom.
     *
     * @param addresseeName who gets the mails; may be empty
     */
    record Parties(
            Organisation processor, Organisation controller, String addresseeName, EmailAddress addresseeEmail) {}

    /** The document goes to the controller; or, where nobody signs, applies once the service contract does. */
    void issue(UnsignedPlan plan, Conclusion conclusion, Instant now) {
        Move.ISSUE.require(state);
        state = ContractState.ISSUED;
        milestones.issued(now);
        if (conclusion.signed()) {
            waiting().begin(plan, now);
        } else {
            takeEffect(conclusion);
        }
    }

    /**
     * It was concluded elsewhere, on paper, and is in force: nobody signs it here any more, and nothing of it is sealed.
     *
     * @param signed by both sides, as the paper says; either may be null where the template has nobody sign
     * @param endsOn its last day, if that is known; null as long as it runs on
     */
    void takeIn(TakenIn from, Signed signed, LocalDate inForceFrom, LocalDate endsOn) {
        Move.AMEND.require(state);
        takenIn = from;
        page = signed.controller();
        processorSignature = signed.processor();
        effectiveOn = inForceFrom;
        state = ContractState.IN_FORCE;
        if (endsOn != null) {
            ending().on(EndKind.ORDINARY, endsOn, "");
        }
    }

    /** What stands on a paper that was signed elsewhere. */
    record Signed(SignaturePage controller, ProcessorSignature processor) {}

    /** The paper that it was concluded on is kept with it from now on; once. */
    void paperKept() {
        if (takenIn().isEmpty()) {
            throw Refused.because("contract.refusal.not-taken-in");
        }
        if (takenIn.documentDueSince().isEmpty()) {
            throw Refused.because("contract.refusal.paper-kept");
        }
        takenIn.complete();
    }

    /** Changes whom the mails go to. */
    void readdress(String name, EmailAddress email) {
        if (state != ContractState.DRAFT) {
            Move.REMIND.require(state);
        }
        addresseeName = name;
        addresseeEmail = email.value();
    }

    /** The controller has signed by the personal link. */
    void sign(SignaturePage signed, Instant now) {
        Move.SIGN.require(state);
        returned(signed, now);
    }

    /** Somebody of ours has entered what the controller signed, or has corrected what was entered. */
    void record(SignaturePage signed, Instant now) {
        Move.RECORD.require(state);
        returned(signed, now);
    }

    private void returned(SignaturePage signed, Instant now) {
        page = signed;
        state = ContractState.RETURNED;
        remark = null;
        milestones.returned(now);
        waiting().end();
    }

    void accept(Instant now) {
        Move.ACCEPT.require(state);
        state = ContractState.ACCEPTED;
        milestones.accepted(now);
    }

    /** Sends it back; the controller may sign again, and has as long as at first. */
    void refuse(String reason, UnsignedPlan plan, Instant now) {
        Move.REFUSE.require(state);
        remark = REASON.require("reason", reason);
        state = ContractState.REFUSED;
        problemSolved();
        waiting().begin(plan, now);
    }

    /** A returned file is not right: the controller may sign again, and has as long as at first. */
    void sendBack(String reason, UnsignedPlan plan, Instant now) {
        Move.SEND_BACK.require(state);
        remark = REASON.require("reason", reason);
        state = ContractState.REFUSED;
        waiting().begin(plan, now);
    }

    /**
     * The processor signs; in force at once if no other date is missing.
     *
     * @param signedOn in the processor's zone
     * @throws Refused if the state does not allow it, or if the signatory may not sign for this processor
     */
    void countersign(Signatory person, LocalDate signedOn, Conclusion conclusion, Instant now) {
        countersigningMove(conclusion).require(state);
        refusalOf(person).ifPresent(reason -> {
            throw new Refused(reason);
        });
        if (takenIn().isPresent()) {
            throw Refused.because("contract.refusal.taken-in");
        }
        if (milestones.countersignedAt().isPresent()) {
            throw Refused.because("contract.refusal.countersign", state.label());
        }
        processorSignature = new ProcessorSignature(person, signedOn);
        milestones.countersigned(now);
        problemSolved();
        if (conclusion.signed()) {
            state = ContractState.COUNTERSIGNED;
            takeEffect(conclusion);
        }
    }

    /** The move that countersigning is, by the way in which the contract is concluded. */
    static Move countersigningMove(Conclusion conclusion) {
        return conclusion.signed() ? Move.COUNTERSIGN : Move.CONFIRM;
    }

    /** Why that person may not countersign this contract; empty if nothing speaks against it. */
    Optional<Reason> refusalOf(Signatory person) {
        boolean may = person.isAuthorised() && person.processor().id().equals(processor.id());
        return may ? Optional.empty() : Optional.of(Reason.of("contract.refusal.no-signatory", processor.name()));
    }

    /**
     * Records when the contract was signed on which this one hangs.
     *
     * @throws Refused if this contract hangs on none, or the day is still to come
     */
    void recordMainContract(LocalDate signedOn, Conclusion conclusion, LocalDate today) {
        Move.RECORD_MAIN_CONTRACT.require(state);
        if (!conclusion.needsMainContract()) {
            throw Refused.because("contract.refusal.no-main-contract");
        }
        if (signedOn.isAfter(today)) {
            throw Invalid.field(
                    "mainContractSignedOn",
                    Reason.of(
                            "contract.complaint.date-in-future",
                            WrittenDate.write(signedOn, language()),
                            WrittenDate.write(today, language())));
        }
        mainContractSignedOn = signedOn;
        if (state == ContractState.COUNTERSIGNED || state == ContractState.ISSUED && !conclusion.signed()) {
            takeEffect(conclusion);
        }
    }

    private void takeEffect(Conclusion conclusion) {
        LocalDate controllerSignedOn = page == null ? null : page.date().orElse(null);
        LocalDate processorSignedOn =
                processorSignature().map(ProcessorSignature::signedOn).orElse(null);
        new EffectiveDate(controllerSignedOn, processorSignedOn, mainContractSignedOn)
                .by(conclusion)
                .ifPresent(day -> {
                    effectiveOn = day;
                    state = ContractState.IN_FORCE;
                });
    }

    void withdraw(String reason, Instant now) {
        Move.WITHDRAW.require(state);
        String given = REASON.optional("reason", reason);
        giveUp(given.isEmpty() ? null : given, now);
    }

    /** Nobody has signed in time. */
    void expire(Instant now) {
        Move.EXPIRE.require(state);
        giveUp(null, now);
        milestones.expired(now);
    }

    private void giveUp(String reason, Instant now) {
        state = ContractState.WITHDRAWN;
        remark = reason;
        milestones.closed(now);
        problemSolved();
        waiting().end();
    }

    /**
     * Ends the contract with that day; at once if that is today or past.
     *
     * @param today in the processor's zone
     */
    void terminate(EndDeclaration said, PlannedEnd end, LocalDate today, Instant now) {
        Move.TERMINATE.require(state);
        boolean received = said.kind() != EndKind.WITH_MAIN_CONTRACT;
        LocalDate receivedOn = said.day() == null ? today : said.day();
        ending().on(said.kind(), end.lastDay(), REASON.optional("reason", said.reason()));
        ending().declared(
                        said.by(),
                        received ? receivedOn : null,
                        end.term().map(term -> term.clause().id()).orElse(null));
        endIfOver(today, now);
    }

    /** A notice is taken back while the contract still runs: it goes on as if there had been none. */
    void continueAfterAll() {
        Move.CONTINUE.require(state);
        if (endsOn().isEmpty()) {
            throw Refused.because("contract.refusal.no-end");
        }
        ending = new Ending();
    }

    /** The other party is to cure a minor violation within a time. */
    void awaitCure(Cure set) {
        Move.TERMINATE.require(state);
        cure = set;
    }

    /** The violation is cured, or the complaint about it is dropped. */
    void cured() {
        Move.TERMINATE.require(state);
        if (cure().isEmpty()) {
            throw Refused.because("contract.refusal.no-cure");
        }
        cure = null;
    }

    /** Its last day is over, or it was ended at once. */
    boolean endIfOver(LocalDate today, Instant now) {
        if (state != ContractState.IN_FORCE || ending == null || !ending.isOver(today)) {
            return false;
        }
        state = ContractState.TERMINATED;
        milestones.closed(now);
        return true;
    }

    /** Shows why it can't be sealed at the moment; it stays as it is and can be tried again. */
    void hasProblem(Reason problem) {
        StoredReason stored = StoredReason.of(problem);
        problemKey = stored.key();
        problemDetail = stored.detail();
    }

    private void problemSolved() {
        problemKey = null;
        problemDetail = null;
    }

    /**
     * For changes only: empty parts are kept as nothing at all and come back as null, and putting one there is a change,
     * which counts the version up.
     */
    Waiting waiting() {
        waiting = waiting == null ? new Waiting() : waiting;
        return waiting;
    }

    private Ending ending() {
        ending = ending == null ? new Ending() : ending;
        return ending;
    }

    /** What decides who may know of it. */
    ContractReach reach() {
        return new ContractReach(
                id,
                processor.id(),
                milestones.createdAt(),
                milestones.closedAt().orElse(null));
    }

    public UUID id() {
        return id;
    }

    public long serial() {
        return serial;
    }

    /** {@code OKO-2026-000042} */
    public String number() {
        return number;
    }

    @PostLoad
    void loaded() {
        stateBefore = state;
    }

    /** The state as an event tells it: with what it was before, unless an event of this transaction has told that. */
    Object tellState() {
        Object told = Change.of(KebabCase.of(stateBefore), KebabCase.of(state));
        stateBefore = state;
        return told;
    }

    public ContractState state() {
        return state;
    }

    public TemplateVersion template() {
        return template;
    }

    public Organisation processor() {
        return processor;
    }

    public Organisation controller() {
        return controller;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** May be empty. */
    public String addresseeName() {
        return addresseeName;
    }

    public EmailAddress addresseeEmail() {
        return new EmailAddress(addresseeEmail);
    }

    /** What the controller has signed. */
    public Optional<SignaturePage> page() {
        return Optional.ofNullable(page).filter(p -> p.company() != null);
    }

    public Milestones milestones() {
        return milestones;
    }

    /** When it runs out if nobody signs. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(waiting).flatMap(Waiting::expiresAt);
    }

    public Optional<Instant> nextReminderAt() {
        return Optional.ofNullable(waiting).flatMap(Waiting::nextReminderAt);
    }

    public Optional<LocalDate> mainContractSignedOn() {
        return Optional.ofNullable(mainContractSignedOn);
    }

    /** Who signed for the processor, and when. */
    public Optional<ProcessorSignature> processorSignature() {
        return Optional.ofNullable(processorSignature).filter(signature -> signature.person() != null);
    }

    /** The first day on which it is in force: computed, see {@link EffectiveDate}. */
    public Optional<LocalDate> effectiveOn() {
        return Optional.ofNullable(effectiveOn);
    }

    public Optional<LocalDate> endsOn() {
        return Optional.ofNullable(ending).flatMap(Ending::lastDay);
    }

    public Optional<EndKind> endKind() {
        return Optional.ofNullable(ending).flatMap(Ending::kind);
    }

    public Optional<String> endReason() {
        return Optional.ofNullable(ending).flatMap(Ending::reason);
    }

    /** Whose notice it is; empty where it ends with another contract. */
    public Optional<Side> endGivenBy() {
        return Optional.ofNullable(ending).flatMap(Ending::givenBy);
    }

    public Optional<LocalDate> endReceivedOn() {
        return Optional.ofNullable(ending).flatMap(Ending::receivedOn);
    }

    /** The id of the clause that ends it. */
    public Optional<String> endClause() {
        return Optional.ofNullable(ending).flatMap(Ending::clause);
    }

    /** A minor violation that is to be cured, or was not. */
    public Optional<Cure> cure() {
        return Optional.ofNullable(cure).filter(Cure::isSet);
    }

    /** How it came here, if it was concluded elsewhere. */
    public Optional<TakenIn> takenIn() {
        return Optional.ofNullable(takenIn).filter(TakenIn::isSet);
    }

    /** Why it was refused or withdrawn. */
    public Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    /** What keeps it from being sealed. */
    public Optional<Reason> problem() {
        return Optional.ofNullable(problemKey).map(key -> new StoredReason(key, problemDetail).reason());
    }

    public long version() {
        return version;
    }
}
