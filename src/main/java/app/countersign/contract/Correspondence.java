package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.mail.Mail;
import app.countersign.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What is written to a contract's controller, in the contract's language. */
@ApplicationScoped
class Correspondence {

    /** What mails, events and the trail call a contract. */
    static final String ABOUT = "contract";

    @Inject
    private Outbox outbox;

    @Inject
    private PersonalLinks links;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Settings settings;

    /** Invites to sign, or tells of a contract that nobody signs.
     *
     * @return the address that the mail carries; it can't be had again */
    String invite(Contract contract) {
        boolean signed = versions.template(contract.template()).conclusion().signed();
        return withLink(contract, signed ? "invitation" : "confirmation", until(contract));
    }

    void remind(Contract contract) {
        withLink(contract, "reminder", until(contract));
    }

    void refuse(Contract contract) {
        withLink(contract, "refusal", contract.remark().orElse(""), until(contract));
    }

    /**
     * A returned file is not right: with a new link and a fresh form, as far as the contract can still be signed.
     *
     * @param words which of the letters: {@code altered}, {@code unreadable}, {@code refusal}
     * @param findings what is not right, line by line
     */
    void sendBack(Contract contract, String words, String findings, Optional<ContractDocument> form) {
        String token = links.make(contract);
        Mail mail =
                mail(contract, words, address(token), findings, until(contract)).withSecret(token);
        outbox.send(
                form.map(document -> mail.withAttachment(attached(document))).orElse(mail));
    }

    /** A file came back too late. */
    void tooLate(Contract contract, Reason why) {
        plain(contract, "too-late", why.in(contract.language()));
    }

    private static Mail.Attachment attached(ContractDocument document) {
        return new Mail.Attachment(document.fileName(), "application/pdf", document.sha256());
    }

    /** With the document, and a link by which it can be fetched again. */
    void countersigned(Contract contract, ContractDocument document) {
        String token = links.make(contract);
        String since = contract.effectiveOn()
                .map(day -> text(contract, "contract.mail.in-force", written(contract, day)))
                .orElseGet(() -> text(contract, "contract.mail.not-yet-in-force"));
        outbox.send(mail(contract, "countersigned", address(token), since)
                .withSecret(token)
                .withAttachment(attached(document)));
    }

    void inForce(Contract contract) {
        plain(
                contract,
                "effective",
                contract.effectiveOn().map(day -> written(contract, day)).orElse(""));
    }

    /** The mail that a refusal with that reason will send; its link is still to be made, and reads blank. */
    Mail refusal(Contract contract, String reason, Instant until) {
        return mail(
                contract, "refusal", settings.baseUrl() + "/sign/…", reason, written(contract, day(contract, until)));
    }

    void withdrawn(Contract contract) {
        plain(contract, "withdrawal", contract.remark().orElse(""));
    }

    void expired(Contract contract) {
        plain(contract, "expiry");
    }

    void ends(Contract contract) {
        plain(
                contract,
                "termination",
                contract.endsOn().map(day -> written(contract, day)).orElse(""),
                text(
                        contract,
                        "contract.mail.end." + KebabCase.of(contract.endKind().orElseThrow()) + side(contract)));
    }

    /** Whose notice it was, where that is known. */
    private static String side(Contract contract) {
        return contract.endGivenBy().map(by -> "-by-" + KebabCase.of(by)).orElse("");
    }

    void continues(Contract contract) {
        plain(contract, "continuation");
    }

    /** The controller is to cure a violation. */
    void cure(Contract contract, Cure cure) {
        plain(contract, "cure", cure.violation(), written(contract, cure.until()));
    }

    void newVersion(Contract contract, TemplateVersion version) {
        plain(contract, "new-version", version.label());
    }

    /** For signing. */
    void code(PersonalLink link, String code) {
        code(link, "code", code);
    }

    /** For whatever else the link alone is not enough. */
    void accessCode(PersonalLink link, String code) {
        code(link, "access-code", code);
    }

    private void code(PersonalLink link, String kind, String code) {
        Mail words = mail(link.contract(), kind, code, PersonalLink.CODE_LIFE.toMinutes());
        outbox.send(words.addressedTo(link.email()).withSecret(code));
    }

    /** Where the page stands that a link opens. */
    private String address(String token) {
        return settings.baseUrl() + "/sign/" + token;
    }

    private String withLink(Contract contract, String kind, Object... args) {
        String token = links.make(contract);
        Object[] all = new Object[args.length + 1];
        all[0] = address(token);
        System.arraycopy(args, 0, all, 1, args.length);
        outbox.send(mail(contract, kind, all).withSecret(token));
        return address(token);
    }

    private void plain(Contract contract, String kind, Object... args) {
        outbox.send(mail(contract, kind, args));
    }

    /** {0} number, {1} title, {2} processor, {3} controller, {4} salutation, then what the kind of mail needs. */
    private Mail mail(Contract contract, String kind, Object... args) {
        Object[] all = new Object[args.length + 5];
        all[0] = contract.number();
        all[1] = versions.template(contract.template()).title(contract.language());
        all[2] = contract.processor().name();
        all[3] = contract.controller().name();
        all[4] = salutation(contract);
        System.arraycopy(args, 0, all, 5, args.length);
        Mail mail = Mail.plain(
                contract.addresseeEmail(),
                text(contract, "contract.mail." + kind + ".subject", all),
                // What is empty in it, a reason that nobody gave, leaves no gap.
                text(contract, "contract.mail." + kind + ".text", all).replaceAll("\n{3,}", "\n\n"),
                contract.language(),
                ABOUT,
                contract.id());
        return mail.of(contract.processor().id());
    }

    private static String salutation(Contract contract) {
        return contract.addresseeName().isEmpty()
                ? text(contract, "contract.mail.salutation")
                : text(contract, "contract.mail.salutation-to", contract.addresseeName());
    }

    private static String until(Contract contract) {
        return contract.expiresAt()
                .map(at -> written(contract, day(contract, at)))
                .orElse("");
    }

    private static LocalDate day(Contract contract, Instant at) {
        return at.atZone(contract.processor().zone()).toLocalDate();
    }

    private static String written(Contract contract, LocalDate day) {
        return WrittenDate.write(day, contract.language());
    }

    private static String text(Contract contract, String key, Object... args) {
        return Texts.of(contract.language()).text(key, args);
    }
}
