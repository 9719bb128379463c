package app.countersign.contract;

import app.countersign.terms.Template;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands in which field of a contract's document. Fields that a document lacks are passed over there. */
final class Filling {

    private static final String CONTROLLER = "controller.";

    private Filling() {}

    /** What is known when the document goes out. The controller's name and address may be corrected there. */
    static Map<String, String> issued(Contract contract, Locale language) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("contract.number", contract.number());
        put(values, "contract.main-contract-date", contract.mainContractSignedOn(), language);
        put(values, "contract.effective-date", contract.effectiveOn(), language);
        values.put("controller.company", contract.controller().name());
        values.put("controller.address", contract.controller().address());
        values.put("processor.company", contract.processor().name());
        values.put("processor.address", contract.processor().address());
        return values;
    }

    /** What the controller may not fill in. */
    static Set<String> fixed(Template template) {
        return template.signatureFields().stream()
                .filter(field -> !field.startsWith(CONTROLLER))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What stands there in the end. */
    static Map<String, String> completed(Contract contract, Locale language) {
        Map<String, String> values = issued(contract, language);
        contract.page()
                .ifPresent(page -> page.values(language).forEach((field, value) -> {
                    if (!value.isEmpty()) {
                        values.put(field, value);
                    }
                }));
        contract.processorSignature().ifPresent(signature -> {
            values.put("processor.person", signature.person());
            values.put("processor.position", signature.position());
            values.put("processor.place", signature.place());
            values.put("processor.date", WrittenDate.write(signature.signedOn(), language));
        });
        return values;
    }

    /** The fields of the controller's block that a person fills in, by their short names: {@code company}. */
    static Set<String> pageFields(Template template) {
        return template.signatureFields().stream()
                .filter(field -> field.startsWith(CONTROLLER) && !field.endsWith(".signature"))
                .map(field -> field.substring(CONTROLLER.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void put(Map<String, String> values, String field, Optional<LocalDate> day, Locale language) {
        day.ifPresent(d -> values.put(field, WrittenDate.write(d, language)));
    }
}
