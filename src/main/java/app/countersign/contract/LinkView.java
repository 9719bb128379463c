package app.countersign.contract;

import app.countersign.kernel.Reason;
import app.countersign.terms.Template;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the controller sees behind the personal link, in the reader's language where it is not the document's.
 *
 * @param refusal why the contract can't be signed now; empty when it can
 * @param signs whether anybody signs this contract at all
 * @param remark why it was sent back or withdrawn, where it was
 * @param maskedEmail to which a one-time code goes
 * @param codeUntil until when the code can be given that was sent last
 * @param fields of the signature page, in the order of the form, filled as far as anything is known; the date with today
 * @param promises what the contract's terms say, clause by clause
 * @param zone of the processor, in which days begin and end
 * @param bindingNotice that the words shown only inform, where the binding ones are missing
 */
public record LinkView(
        String number,
        String title,
        String templateVersion,
        String processor,
        String controller,
        Locale language,
        ZoneId zone,
        boolean signs,
        ContractState state,
        Optional<Reason> refusal,
        Optional<String> remark,
        String maskedEmail,
        Optional<Instant> codeUntil,
        List<Field> fields,
        List<Promise> promises,
        List<DocumentKind> documents,
        Optional<LocalDate> effectiveOn,
        Optional<LocalDate> endsOn,
        Optional<Instant> expiresAt,
        Optional<String> bindingNotice,
        Optional<TakenIn> takenIn) {

    /**
     * A field of the signature page.
     *
     * @param name as the API spells it, {@code company}
     */
    public record Field(String name, String label, String value) {}

    /**
     * A term in words.
     *
     * @param cited the clause as people cite it
     * @param heading of the clause; may be empty
     */
    public record Promise(String cited, String heading, String sentence) {}

    static LinkView of(
            PersonalLink link, Template template, List<ContractDocument> documents, Locale reader, Instant now) {
        Contract contract = link.contract();
        ZoneId zone = contract.processor().zone();
        return new LinkView(
                contract.number(),
                template.title(reader),
                template.version(),
                contract.processor().name(),
                contract.controller().name(),
                contract.language(),
                zone,
                template.conclusion().signed(),
                contract.state(),
                refusal(contract, template),
                contract.remark(),
                link.email().masked(),
                link.codeUntil(now),
                fields(contract, template, reader, now.atZone(zone).toLocalDate()),
                promises(template, reader),
                documents.stream().map(ContractDocument::kind).toList(),
                contract.effectiveOn(),
                contract.endsOn(),
                contract.expiresAt(),
                template.notice(reader),
                contract.takenIn());
    }

    private static Optional<Reason> refusal(Contract contract, Template template) {
        return template.conclusion().signed()
                ? Move.SIGN.refusal(contract.state())
                : Optional.of(Reason.of("contract.refusal.nobody-signs"));
    }

    private static List<Promise> promises(Template template, Locale reader) {
        return template.terms().stream()
                .map(term -> new Promise(term.clause().label(), term.clause().heading(), term.sentence(reader)))
                .toList();
    }

    /** What was signed last, or else what we know of the controller. */
    static List<Field> fields(Contract contract, Template template) {
        return fields(contract, template, contract.language(), null);
    }

    private static List<Field> fields(Contract contract, Template template, Locale reader, LocalDate today) {
        Locale language = template.wordsLanguage(contract.language());
        SignaturePage known = contract.page()
                .orElseGet(() -> new SignaturePage(
                        contract.controller().name(),
                        contract.controller().address(),
                        contract.addresseeName(),
                        "",
                        "",
                        today));
        List<Field> fields = new ArrayList<>();
        known.values(language).forEach((field, value) -> {
            if (template.signatureFields().contains(field)) {
                fields.add(new Field(field.substring(PageRules.PREFIX.length()), template.label(field, reader), value));
            }
        });
        return fields;
    }
}
