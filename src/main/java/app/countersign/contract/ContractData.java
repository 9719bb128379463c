package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import app.countersign.party.Organisation;
import app.countersign.terms.Places;
import app.countersign.terms.Template;
import app.countersign.terms.Term;
import app.countersign.terms.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The contract for machines: attached to the countersigned PDF together with its JSON schema, so that whoever has the
 * file has the data, too.
 */
final class ContractData {

    static final String NAME = "contract.json";
    static final String MEDIA_TYPE = "application/json";
    static final String SCHEMA_NAME = "contract.schema.json";

    private ContractData() {}

    static byte[] json(Contract contract, Template template, Optional<SignatureEvidence> evidence) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("$schema", SCHEMA_NAME);
        data.put("number", contract.number());
        data.put("id", contract.id().toString());
        data.put("language", template.wordsLanguage(contract.language()).toLanguageTag());
        data.put("template", template(contract, template));
        data.put("processor", party(contract.processor()));
        data.put("controller", party(contract.controller()));
        contract.page().ifPresent(page -> data.put("signaturePage", page(page)));
        data.put("signatures", signatures(contract, evidence));
        put(data, "mainContractSignedOn", contract.mainContractSignedOn());
        put(data, "effectiveOn", contract.effectiveOn());
        contract.takenIn().ifPresent(from -> data.put("concludedElsewhere", concluded(from)));
        data.put("terms", template.terms().stream().map(t -> term(t, contract)).toList());
        return JsonText.of(data).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] schema() {
        try (InputStream schema = ContractData.class.getResourceAsStream(SCHEMA_NAME)) {
            return Objects.requireNonNull(schema, SCHEMA_NAME).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> template(Contract contract, Template template) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("code", template.code());
        data.put("version", template.version());
        data.put("revision", contract.template().revision());
        data.put("hash", template.hash());
        data.put("bindingLanguage", template.bindingLanguage().toLanguageTag());
        return data;
    }

    private static Map<String, Object> party(Organisation organisation) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", organisation.name());
        data.put("address", organisation.address());
        data.put("country", organisation.country().code());
        organisation.registerNumber().ifPresent(number -> data.put("registerNumber", number));
        return data;
    }

    private static Map<String, Object> page(SignaturePage page) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("company", page.company());
        data.put("address", page.address());
        data.put("person", page.person());
        data.put("position", page.position());
        data.put("place", page.place());
        put(data, "date", page.date());
        return data;
    }

    private static Map<String, Object> signatures(Contract contract, Optional<SignatureEvidence> evidence) {
        Map<String, Object> data = new LinkedHashMap<>();
        evidence.ifPresent(e -> data.put("controller", controllerSignature(contract, e)));
        contract.processorSignature().ifPresent(signature -> data.put("processor", processorSignature(signature)));
        return data;
    }

    private static Map<String, Object> concluded(TakenIn from) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("concludedOn", from.concludedOn().toString());
        from.reference().ifPresent(reference -> data.put("reference", reference));
        from.earlyReason().ifPresent(reason -> data.put("earlyReason", reason));
        data.put("takenInAt", from.at().toString());
        data.put("takenInBy", from.by());
        return data;
    }

    private static Map<String, Object> controllerSignature(Contract contract, SignatureEvidence evidence) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("person", evidence.person());
        put(data, "date", contract.page().flatMap(SignaturePage::date));
        data.put("how", KebabCase.of(evidence.how()));
        data.put("recordedAt", evidence.signedAt().toString());
        evidence.provenEmail().ifPresent(email -> data.put("provenEmail", email));
        return data;
    }

    private static Map<String, Object> processorSignature(ProcessorSignature signature) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("person", signature.person());
        data.put("position", signature.position());
        data.put("place", signature.place());
        put(data, "date", Optional.ofNullable(signature.signedOn()));
        return data;
    }

    private static Map<String, Object> term(Term term, Contract contract) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("clause", term.clause().id());
        data.put("cited", term.clause().label());
        data.put("kind", term.kind());
        data.put("sentence", term.sentence(contract.language()));
        Map<String, Object> says = new LinkedHashMap<>();
        term.values().forEach((key, value) -> says.put(key, value(value)));
        data.put("says", says);
        return data;
    }

    private static Object value(Value value) {
        if (value instanceof Value.Symbols symbols) {
            return symbols.names();
        }
        if (value instanceof Value.Percentages percentages) {
            return percentages.percent();
        }
        if (value instanceof Value.Quantity quantity) {
            return quantity.amount();
        }
        return value instanceof Places places ? places.named() : String.valueOf(value);
    }

    private static void put(Map<String, Object> data, String name, Optional<LocalDate> day) {
        day.ifPresent(d -> data.put(name, d.toString()));
    }
}
