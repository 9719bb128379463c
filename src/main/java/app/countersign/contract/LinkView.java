package app.countersign.contract;

import app.countersign.kernel.Reason;
import app.countersign.terms.Template;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the controller sees behind the personal link.
 *
 * @param refusal why the contract can't be signed now; empty when it can
 * @param remark why it was sent back, where it was
 * @param maskedEmail to which a one-time code goes
 * @param fields of the signature page, in the order of the form, filled as far as anything is known
 * @param bindingNotice that the words shown only inform, where the binding ones are missing
 */
public record LinkView(
        String number,
        String title,
        String templateVersion,
        String processor,
        String controller,
        Locale language,
        ContractState state,
        Optional<Reason> refusal,
        Optional<String> remark,
        String maskedEmail,
        List<Field> fields,
        List<DocumentKind> documents,
        Optional<LocalDate> effectiveOn,
        Optional<LocalDate> endsOn,
        Optional<Instant> expiresAt,
        Optional<String> bindingNotice) {

    /**
     * A field of the signature page.
     *
     * @param name as the API spells it, {@code company}
     */
    public record Field(String name, String label, String value) {}

    static LinkView of(PersonalLink link, Template template, List<ContractDocument> documents) {
        Contract contract = link.contract();
        return new LinkView(
                contract.number(),
                template.title(contract.language()),
                template.version(),
                contract.processor().name(),
                contract.controller().name(),
                contract.language(),
                contract.state(),
                refusal(contract, template),
                contract.state() == ContractState.REFUSED ? contract.remark() : Optional.empty(),
                link.email().masked(),
                fields(contract, template),
                documents.stream().map(ContractDocument::kind).toList(),
                contract.effectiveOn(),
                contract.endsOn(),
                contract.expiresAt(),
                template.notice(contract.language()));
    }

    private static Optional<Reason> refusal(Contract contract, Template template) {
        return template.conclusion().signed()
                ? Move.SIGN.refusal(contract.state())
                : Optional.of(Reason.of("contract.refusal.nobody-signs"));
    }

    /** What was signed last, or else what we know of the controller. */
    static List<Field> fields(Contract contract, Template template) {
        Locale language = template.wordsLanguage(contract.language());
        SignaturePage known = contract.page()
                .orElseGet(() -> new SignaturePage(
                        contract.controller().name(),
                        contract.controller().address(),
                        contract.addresseeName(),
                        "",
                        "",
                        null));
        List<Field> fields = new ArrayList<>();
        known.values(language).forEach((field, value) -> {
            if (template.signatureFields().contains(field)) {
                fields.add(new Field(
                        field.substring(PageRules.PREFIX.length()), template.label(field, contract.language()), value));
            }
        });
        return fields;
    }
}
