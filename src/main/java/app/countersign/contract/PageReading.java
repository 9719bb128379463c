package app.countersign.contract;

import app.countersign.document.Form;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads a signature page against a contract: by its rules, its dates, and the room that its document has. */
@ApplicationScoped
class PageReading {

    @Inject
    private Papers papers;

    @Inject
    private Clock clock;

    /** @throws Invalid with a complaint for each field that has one */
    SignaturePage read(Contract contract, SignaturePage.Entry entry) {
        Map<String, Reason> complaints = complaints(contract, entry);
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return rules(contract).read(entry);
    }

    Map<String, Reason> complaints(Contract contract, SignaturePage.Entry entry) {
        PageRules rules = rules(contract);
        Map<String, Reason> complaints = new LinkedHashMap<>(rules.complaints(entry));
        if (complaints.isEmpty()) {
            complaints.putAll(unprintable(contract, rules.read(entry)));
        }
        return complaints;
    }

    /** Letters that our faces lack, and more than fits into a field at a legible size. */
    private Map<String, Reason> unprintable(Contract contract, SignaturePage page) {
        Form form = papers.form(contract);
        Locale language = papers.template(contract).wordsLanguage(contract.language());
        Map<String, Reason> complaints = new LinkedHashMap<>();
        page.values(language)
                .forEach((field, value) -> form.refusal(field, value)
                        .ifPresent(reason -> complaints.put(field.substring(PageRules.PREFIX.length()), reason)));
        return complaints;
    }

    private PageRules rules(Contract contract) {
        Template template = papers.template(contract);
        ZoneId zone = contract.processor().zone();
        Instant issuedAt =
                contract.milestones().issuedAt().orElse(contract.milestones().createdAt());
        return new PageRules(
                Filling.pageFields(template),
                template.wordsLanguage(contract.language()),
                issuedAt.atZone(zone).toLocalDate(),
                LocalDate.now(clock.withZone(zone)));
    }
}
