package app.countersign.export;

import app.countersign.kernel.KebabCase;
import app.countersign.measure.Evidence;
import app.countersign.measure.EvidenceKind;
import app.countersign.measure.Light;
import app.countersign.party.Organisation;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The same for programs of auditors: OSCAL 1.2.1 (NIST) as JSON. A processor is a component, a measure a requirement that
 * it implements, evidence an observation, and how the measure stands a finding. Ids follow from ours, so that the same
 * choice gives the same bytes.
 */
final class Oscal {

    private static final String VERSION = "1.2.1";
    private static final UUID NAMESPACE = UUID.fromString("5d3b8c1e-6f0a-5e52-9d1c-0d6f6b7a4c21");

    private final Dossier dossier;

    Oscal(Dossier dossier) {
        this.dossier = dossier;
    }

    /** A version 5 UUID, which OSCAL asks for. */
    static UUID id(String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long most = hash.getLong() & ~0xf000L | 0x5000L;
            long least = hash.getLong() & ~(3L << 62) | 2L << 62;
            return new UUID(most, least);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    /** A name without colons that begins with a letter. */
    static String token(String text) {
        return "m-" + text.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static String control(Dossier.Entry entry) {
        return token(entry.measure().template() + "." + entry.measure().code());
    }

    /** One line that isn't empty. */
    private static String line(String text) {
        String one = text.replaceAll("\\s+", " ").strip();
        return one.isEmpty() ? "-" : one;
    }

    /** The generator closes what it writes to; the archive must stay open. */
    private static JsonGenerator generator(OutputStream out) {
        return Json.createGenerator(new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        });
    }

    private void metadata(JsonGenerator json, String kind) {
        json.writeStartObject("metadata")
                .write("title", dossier.texts().text("export.html.title"))
                .write("last-modified", dossier.export().askedAt().toString())
                .write(
                        "version",
                        dossier.export().first() + "/" + dossier.export().last())
                .write("oscal-version", VERSION)
                .writeStartArray("parties");
        for (Organisation processor : dossier.processors()) {
            json.writeStartObject()
                    .write("uuid", id("party " + processor.id()).toString())
                    .write("type", "organization")
                    .write("name", line(processor.name()))
                    .writeEnd();
        }
        json.writeEnd().write("remarks", kind).writeEnd();
    }

    /** What is done: {@code component-definition}. */
    void components(OutputStream out) {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject().writeStartObject("component-definition");
            json.write("uuid", id("components " + choice()).toString());
            metadata(json, "component-definition");
            json.writeStartArray("components");
            for (Organisation processor : dossier.processors()) {
                component(json, processor);
            }
            json.writeEnd().writeEnd().writeEnd();
        }
    }

    /** The same for the same choice, whenever it was made. */
    private String choice() {
        EvidenceExport export = dossier.export();
        return export.processors().stream().sorted().toList() + " "
                + export.contractNumber().orElse("") + " "
                + export.measures().stream().sorted().toList() + " " + export.first() + " " + export.last();
    }

    private void component(JsonGenerator json, Organisation processor) {
        List<Dossier.Entry> own = dossier.entries().stream()
                .filter(entry -> entry.processor().id().equals(processor.id()))
                .toList();
        json.writeStartObject()
                .write("uuid", component(processor).toString())
                .write("type", "service")
                .write("title", line(processor.name()))
                .write("description", dossier.texts().text("export.html.title") + ": " + line(processor.name()));
        if (!own.isEmpty()) {
            json.writeStartArray("control-implementations")
                    .writeStartObject()
                    .write("uuid", id("implementation " + processor.id()).toString())
                    .write("source", "../data/measures.csv")
                    .write("description", dossier.texts().text("export.html.title"))
                    .writeStartArray("implemented-requirements");
            own.forEach(entry -> requirement(json, entry));
            json.writeEnd().writeEnd().writeEnd();
        }
        json.writeEnd();
    }

    private static UUID component(Organisation processor) {
        return id("component " + processor.id());
    }

    private static UUID requirement(Dossier.Entry entry) {
        return id("requirement " + entry.measure().id());
    }

    private void requirement(JsonGenerator json, Dossier.Entry entry) {
        json.writeStartObject()
                .write("uuid", requirement(entry).toString())
                .write("control-id", control(entry))
                .write(
                        "description",
                        entry.version().statement().title(dossier.texts().language()) + "\n\n"
                                + entry.version().statement().words());
        json.writeStartArray("props");
        property(json, "category", entry.measure().category());
        property(json, "version", String.valueOf(entry.version().no()));
        entry.version().statement().controls().forEach(number -> property(json, "iso-27001-2022", number));
        json.writeEnd();
        if (!entry.owner().isEmpty()) {
            json.write("remarks", dossier.texts().text("export.column.owner") + ": " + entry.owner());
        }
        json.writeEnd();
    }

    private static void property(JsonGenerator json, String name, String value) {
        json.writeStartObject().write("name", name).write("value", line(value)).writeEnd();
    }

    /** What proves it, and how it stands: {@code assessment-results}. */
    void results(OutputStream out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject().writeStartObject("assessment-results");
            json.write("uuid", id("results " + choice()).toString());
            metadata(json, "assessment-results");
            // There is no plan of an assessment: what is promised is the plan.
            json.writeStartObject("import-ap")
                    .write("href", "component-definition.json")
                    .writeEnd();
            json.writeStartArray("results").writeStartObject();
            json.write("uuid", id("result " + choice()).toString())
                    .write("title", dossier.texts().text("export.report.title"))
                    .write("description", String.join("\n\n", Report.sentences(dossier)))
                    .write("start", dossier.export().from().toString())
                    .write("end", end().toString());
            reviewed(json);
            observations(json);
            findings(json);
            json.writeEnd().writeEnd().writeEnd().writeEnd();
        }
    }

    private Instant end() {
        return dossier.export().to();
    }

    private void reviewed(JsonGenerator json) {
        json.writeStartObject("reviewed-controls")
                .writeStartArray("control-selections")
                .writeStartObject();
        if (dossier.entries().isEmpty()) {
            json.writeStartObject("include-all").writeEnd();
        } else {
            json.writeStartArray("include-controls");
            dossier.entries().stream()
                    .map(Oscal::control)
                    .distinct()
                    .forEach(control ->
                            json.writeStartObject().write("control-id", control).writeEnd());
            json.writeEnd();
        }
        json.writeEnd().writeEnd().writeEnd();
    }

    private static UUID observation(Dossier.Entry entry, Evidence evidence) {
        return id("observation " + entry.measure().id() + " " + evidence.id());
    }

    private void observations(JsonGenerator json) throws IOException {
        boolean[] begun = new boolean[1];
        for (Dossier.Entry entry : dossier.entries()) {
            dossier.each(entry, item -> {
                if (!begun[0]) {
                    json.writeStartArray("observations");
                    begun[0] = true;
                }
                observation(json, entry, item);
            });
        }
        if (begun[0]) {
            json.writeEnd();
        }
    }

    private void observation(JsonGenerator json, Dossier.Entry entry, Dossier.Item item) {
        Evidence evidence = item.evidence();
        boolean byItself = evidence.kind() == EvidenceKind.FACT || evidence.kind() == EvidenceKind.PROBE;
        json.writeStartObject()
                .write("uuid", observation(entry, evidence).toString())
                .write("title", line(dossier.title(evidence)))
                .write(
                        "description",
                        dossier.words(evidence)
                                .filter(words -> !words.isBlank())
                                .orElse(line(dossier.title(evidence))));
        json.writeStartArray("props");
        property(json, "kind", KebabCase.of(evidence.kind()));
        property(json, "shows", evidence.isGood() ? "kept" : "not-kept");
        property(json, "collected-by", evidence.addedBy());
        if (item.withdrawn()) {
            property(json, "withdrawn", evidence.withdrawnAt().orElseThrow().toString());
        }
        json.writeEnd();
        json.writeStartArray("methods").write(byItself ? "TEST" : "EXAMINE").writeEnd();
        json.writeStartArray("subjects")
                .writeStartObject()
                .write("subject-uuid", component(entry.processor()).toString())
                .write("type", "component")
                .writeEnd()
                .writeEnd();
        evidence(json, evidence);
        json.write("collected", evidence.occurredAt().toString())
                .write("expires", item.until().toString());
        json.writeEnd();
    }

    private void evidence(JsonGenerator json, Evidence evidence) {
        if (!evidence.hasFile()) {
            return;
        }
        json.writeStartArray("relevant-evidence")
                .writeStartObject()
                .write("href", "../" + Dossier.path(evidence))
                .write("description", line(evidence.name().orElse("")));
        json.writeStartArray("props");
        property(json, "sha256", evidence.sha256().orElse(""));
        json.writeEnd().writeEnd().writeEnd();
    }

    private void findings(JsonGenerator json) throws IOException {
        if (dossier.entries().isEmpty()) {
            return;
        }
        json.writeStartArray("findings");
        for (Dossier.Entry entry : dossier.entries()) {
            String why = dossier.why(entry.standing(), entry.processor().zone());
            json.writeStartObject()
                    .write(
                            "uuid",
                            id("finding " + choice() + entry.measure().id()).toString())
                    .write(
                            "title",
                            line(entry.version()
                                    .statement()
                                    .title(dossier.texts().language())))
                    .write("description", dossier.light(entry.standing()) + ": " + why);
            json.writeStartArray("props");
            property(json, "light", KebabCase.of(entry.standing().light()));
            json.writeEnd();
            boolean satisfied = entry.standing().light() != Light.UNPROVEN;
            json.writeStartObject("target")
                    .write("type", "objective-id")
                    .write("target-id", control(entry))
                    .writeStartObject("status")
                    .write("state", satisfied ? "satisfied" : "not-satisfied")
                    .write("reason", satisfied ? "pass" : "other")
                    .writeEnd()
                    .writeEnd();
            json.write("implementation-statement-uuid", requirement(entry).toString());
            related(json, entry);
            json.writeEnd();
        }
        json.writeEnd();
    }

    /** What was taken back proves nothing. */
    private void related(JsonGenerator json, Dossier.Entry entry) throws IOException {
        boolean[] begun = new boolean[1];
        dossier.each(entry, item -> {
            if (item.withdrawn()) {
                return;
            }
            if (!begun[0]) {
                json.writeStartArray("related-observations");
                begun[0] = true;
            }
            json.writeStartObject()
                    .write(
                            "observation-uuid",
                            observation(entry, item.evidence()).toString())
                    .writeEnd();
        });
        if (begun[0]) {
            json.writeEnd();
        }
    }
}
