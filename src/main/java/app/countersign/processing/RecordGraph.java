package app.countersign.processing;

import app.countersign.kernel.Country;
import app.countersign.measure.Measure;
import app.countersign.measure.MeasureRecords;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.EngagementRow;
import app.countersign.subprocessor.Safeguard;
import app.countersign.terms.Article28;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The record as linked data (JSON-LD 1.1) in the words of the Data Privacy Vocabulary, version 2, with its extensions for
 * the GDPR and for places. Terms that the vocabulary does not have (a name, a description, a number) are Dublin Core's.
 *
 * @see <a href="https://w3id.org/dpv">Data Privacy Vocabulary</a>
 */
final class RecordGraph {

    private static final Map<String, String> PREFIXES = Map.of(
            "dpv", "https://w3id.org/dpv#",
            "eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#",
            "loc", "https://w3id.org/dpv/loc#",
            "dct", "http://purl.org/dc/terms/",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    private static final Map<Article28, List<String>> POINTS = Map.of(
            Article28.NATURE, List.of("dpv:hasProcessing", "dpv:Processing"),
            Article28.PURPOSE, List.of("dpv:hasPurpose", "dpv:Purpose"),
            Article28.DATA, List.of("dpv:hasPersonalData", "dpv:PersonalData"),
            Article28.PERSONS, List.of("dpv:hasDataSubject", "dpv:DataSubject"));

    private final ProcessingRecord record;
    private final RecordFormat.Controllers controllers;
    private final RecordWords words;
    private final Locale language;
    private final String base;

    /** @param base the application's address; empty where none is to be named */
    RecordGraph(ProcessingRecord record, RecordFormat.Controllers controllers, Locale language, String base) {
        this.record = record;
        this.controllers = controllers;
        this.words = new RecordWords(language);
        this.language = words.language();
        this.base = base;
    }

    byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.createGenerator(bytes)) {
            json.writeStartObject();
            context(json);
            Organisation processor = record.processor();
            json.write("@id", id(processor))
                    .write("@type", "dpv:ROPA")
                    .write("dct:title", words.text("paper.title", processor.name()))
                    .write("dct:language", language.getLanguage());
            typed(json, "dct:created", record.asOf().toString(), "xsd:dateTime");
            processor(json, processor);
            json.writeStartArray("dpv:hasProcess");
            record.forms().forEach(form -> form(json, form));
            json.writeEnd();
            json.writeStartArray("dpv:hasRecipient");
            record.recipients().forEach(row -> recipient(json, row));
            json.writeEnd();
            json.writeStartArray("dpv:hasProcessing");
            record.transfers().forEach(transfer -> transfer(json, transfer));
            json.writeEnd();
            json.writeStartArray("dpv:hasTechnicalOrganisationalMeasure");
            record.measures().forEach(row -> measure(json, row));
            json.writeEnd();
            json.writeStartArray("dpv:hasDataController");
            controllers.each(row -> controller(json, row));
            json.writeEnd();
            json.writeEnd();
        }
        return bytes.toByteArray();
    }

    private String id(Organisation processor) {
        return base.isEmpty()
                ? "urn:uuid:" + processor.id() + "#processing"
                : base + "/api/v1/processing-records/" + processor.code().orElse("");
    }

    private static void context(JsonGenerator json) {
        json.writeStartObject("@context").write("@version", 1.1);
        PREFIXES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(prefix -> json.write(prefix.getKey(), prefix.getValue()));
        json.writeEnd();
    }

    private void processor(JsonGenerator json, Organisation processor) {
        json.writeStartObject("dpv:hasDataProcessor")
                .write("@id", urn(processor.id()))
                .write("@type", "dpv:DataProcessor");
        entity(json, processor.name(), processor.address(), processor.country());
        words.contact(processor).ifPresent(contact -> json.write("dpv:hasContact", contact));
        words.officer(processor).ifPresent(officer -> officer(json, officer));
        json.writeEnd();
    }

    private static void officer(JsonGenerator json, String officer) {
        json.writeStartObject("dpv:hasDataProtectionOfficer")
                .write("@type", "dpv:DataProtectionOfficer")
                .write("dpv:hasContact", officer)
                .writeEnd();
    }

    private static void entity(JsonGenerator json, String name, String address, Country country) {
        json.write("dpv:hasName", name);
        if (!address.isBlank()) {
            json.write("dpv:hasAddress", address);
        }
        place(json, "dpv:hasCountry", country);
    }

    private static void place(JsonGenerator json, String property, Country country) {
        reference(json, property, "loc:" + country.code());
    }

    private static void reference(JsonGenerator json, String property, String to) {
        json.writeStartObject(property).write("@id", to).writeEnd();
    }

    private static void typed(JsonGenerator json, String property, String value, String type) {
        json.writeStartObject(property)
                .write("@value", value)
                .write("@type", type)
                .writeEnd();
    }

    private void form(JsonGenerator json, ProcessingForm form) {
        json.writeStartObject()
                .write("@id", urn(form))
                .write("@type", "dpv:Process")
                .write("dct:title", form.title(language))
                .write("dct:identifier", form.template().code());
        if (form.points().contains(Article28.SUBJECT)) {
            json.write("dct:description", form.text(Article28.SUBJECT, language));
        }
        for (Article28 point : form.points()) {
            List<String> terms = POINTS.get(point);
            if (terms != null) {
                json.writeStartArray(terms.get(0));
                form.clauses(point, language)
                        .forEach(clause -> json.writeStartObject()
                                .write("@type", terms.get(1))
                                .write("dct:description", clause.text())
                                .write("dct:source", clause.label())
                                .writeEnd());
                json.writeEnd();
            }
        }
        json.writeEnd();
    }

    private void recipient(JsonGenerator json, EngagementRow row) {
        Engagement one = row.engagement();
        json.writeStartObject().write("@id", urn(one.id())).write("@type", "dpv:DataSubProcessor");
        entity(
                json,
                one.name(),
                one.organisation().address(),
                one.organisation().country());
        json.writeStartObject("dpv:hasService")
                .write("@type", "dpv:Service")
                .write("dct:description", one.service())
                .writeEnd();
        json.writeStartArray("dpv:hasLocation");
        one.places()
                .forEach(place -> json.writeStartObject()
                        .write("@id", "loc:" + place.code())
                        .writeEnd());
        json.writeEnd();
        one.since().ifPresent(day -> typed(json, "dct:valid", day.toString(), "xsd:date"));
        json.writeEnd();
    }

    private void transfer(JsonGenerator json, Transfer transfer) {
        json.writeStartObject().write("@type", "dpv:CrossBorderTransfer");
        reference(json, "dpv:hasDataImporter", urn(transfer.engagement().id()));
        place(json, "dpv:hasThirdCountry", transfer.country());
        json.writeStartArray("dpv:hasLegalBasis");
        bases(transfer)
                .forEach(basis -> json.writeStartObject().write("@id", basis).writeEnd());
        json.writeEnd();
        json.write("dct:description", words.basis(transfer)).writeEnd();
    }

    /** By the GDPR; none where nothing carries it, or the Swiss act alone does. */
    private static List<String> bases(Transfer transfer) {
        if (transfer.placing().isBad()) {
            return List.of();
        }
        List<String> carrying = transfer.engagement().safeguards().stream()
                .flatMap(safeguard -> term(safeguard).stream())
                .toList();
        boolean adequate = transfer.placing().reason().key().equals("subprocessor.place.adequate");
        return adequate ? List.of("eu-gdpr:A45-3") : carrying;
    }

    private static List<String> term(Safeguard safeguard) {
        return switch (safeguard) {
            case SCC -> List.of("eu-gdpr:A46-2-c");
            case BCR -> List.of("eu-gdpr:A46-2-b");
            case DPF_EU -> List.of("eu-gdpr:A45-3");
            case DPF_CH -> List.of();
        };
    }

    private void measure(JsonGenerator json, MeasureRecords.Row row) {
        Measure measure = row.measure();
        json.writeStartObject()
                .write("@id", urn(measure.id()))
                .write("@type", "dpv:TechnicalOrganisationalMeasure")
                .write("dct:title", words.title(measure))
                .write("dct:subject", words.category(measure))
                .write("dct:source", measure.template() + " " + measure.clause())
                .writeEnd();
    }

    private void controller(JsonGenerator json, ControllerRow row) {
        json.writeStartObject().write("@id", urn(row.controller())).write("@type", "dpv:DataController");
        entity(json, row.name(), row.address(), row.country());
        json.write("dpv:hasContact", row.contact());
        row.officer().ifPresent(officer -> officer(json, officer));
        json.writeStartObject("dpv:hasLegalMeasure")
                .write("@id", urn(row.contract()))
                .write("@type", "dpv:ControllerProcessorAgreement")
                .write("dct:identifier", row.number());
        typed(json, "dct:valid", row.since().toString(), "xsd:date");
        json.writeEnd();
        record.forms().stream()
                .filter(form -> form.template().code().equals(row.form()))
                .findFirst()
                .ifPresent(form -> reference(json, "dpv:hasProcess", urn(form)));
        json.writeEnd();
    }

    private static String urn(ProcessingForm form) {
        return "urn:sha256:" + form.template().hash();
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }
}
