package app.countersign.retention;

import app.countersign.document.OwnPaper;
import app.countersign.document.OwnSheet;
import app.countersign.document.OwnSheet.Fact;
import app.countersign.document.Written;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Texts;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The protocol of an erasure, as JSON and as PDF/A with the same inside. It doesn't say whose data it was. */
final class ErasurePaper {

    /** A new one whenever a field changes its meaning. */
    static final String FORM = "countersign-erasure-protocol/1";

    private static final int HASH = 32;

    private final ErasureProtocol protocol;
    private final Erasure erasure;
    private final Locale language;
    private final Texts texts;
    private final Written written;

    ErasurePaper(ErasureProtocol protocol, Locale language) {
        this.protocol = protocol;
        this.erasure = protocol.erasure();
        this.language = Texts.supported(language);
        this.texts = Texts.of(language);
        this.written = new Written(this.language, protocol.processor().zone());
    }

    JsonObject json() {
        JsonArrayBuilder persons = Json.createArrayBuilder();
        erasure.hashes().forEach(persons::add);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("form", FORM)
                .add("erasure", erasure.id().toString())
                .add("state", KebabCase.of(state()))
                .add("processor", protocol.processor().name())
                .add("clause", erasure.clause())
                .add("askedAt", erasure.askedAt().toString())
                .add("secondPerson", erasure.approvedAt().isPresent())
                .add(
                        "person",
                        Json.createObjectBuilder()
                                .add("algorithm", "HMAC-SHA-256")
                                .add("hashes", persons));
        protocol.controller().ifPresent(one -> json.add("controller", one.name()));
        erasure.endedAt().ifPresent(at -> json.add("endedAt", at.toString()));
        json.add("lapsed", erasure.isLapsed());
        JsonArrayBuilder parts = Json.createArrayBuilder();
        protocol.parts().forEach(part -> parts.add(json(part)));
        JsonArrayBuilder byHand = Json.createArrayBuilder();
        protocol.byHand().forEach(one -> byHand.add(json(one)));
        JsonArrayBuilder unreached = Json.createArrayBuilder();
        unreached().forEach(unreached::add);
        return json.add("parts", parts)
                .add("byHand", byHand)
                .add("notReached", unreached)
                .add("asOf", protocol.asOf().toString())
                .build();
    }

    private RunState state() {
        return erasure.state(
                protocol.parts().stream().map(ErasureProtocol.Part::run).toList(), protocol.byHand());
    }

    private JsonObjectBuilder json(ErasureProtocol.Part part) {
        Run run = part.run();
        JsonObjectBuilder counts = Json.createObjectBuilder();
        run.counts().forEach(counts::add);
        JsonArrayBuilder statements = Json.createArrayBuilder();
        run.statements().forEach(statements::add);
        JsonArrayBuilder hashes = Json.createArrayBuilder();
        part.batches().forEach(batch -> add(hashes, batch.hashes()));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("run", run.id().toString())
                .add("store", part.store().name())
                .add("rule", part.rule().title())
                .add("clause", part.rule().clause())
                .add("fate", KebabCase.of(part.rule().fate()))
                .add("table", part.rule().table().toString())
                .add("state", KebabCase.of(run.state()))
                .add("rows", run.done())
                .add("held", run.preview().map(Preview::held).orElse(0L))
                .add("beside", part.beside())
                .add("counts", counts)
                .add("statements", statements)
                .add("hashes", hashes);
        run.problem().ifPresent(problem -> json.add("problem", problem.in(language)));
        return json;
    }

    /** What people state may name somebody: it stays where it was written. */
    private static JsonObjectBuilder json(HandDeletion one) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", one.number())
                .add("where", one.title())
                .add("state", KebabCase.of(one.state()))
                .add("dueAt", one.dueAt().toString());
        one.doneAt().ifPresent(at -> json.add("endedAt", at.toString()));
        one.proofSha256().ifPresent(hash -> json.add("proof", hash));
        return json;
    }

    private static void add(JsonArrayBuilder listed, byte[] hashes) {
        for (int at = 0; at + HASH <= hashes.length; at += HASH) {
            listed.add(HexFormat.of().formatHex(Arrays.copyOfRange(hashes, at, at + HASH)));
        }
    }

    private List<String> unreached() {
        List<String> lines = new ArrayList<>();
        protocol.parts().stream()
                .map(ErasureProtocol.Part::store)
                .distinct()
                .forEach(store -> lines.addAll(unreached(store)));
        protocol.unreached()
                .forEach(rule -> lines.add(texts.text(
                        "retention.erasure.blind", rule.title(), rule.table().toString())));
        return lines;
    }

    private List<String> unreached(Store store) {
        List<String> lines = new ArrayList<>();
        LocalDate ended = LocalDate.ofInstant(erasure.endedAt().orElse(protocol.asOf()), store.zone());
        lines.add(store.name() + ": "
                + store.backupsKept()
                        .map(kept -> texts.text(
                                "retention.protocol.backups",
                                written.day(ended.plus(kept)),
                                app.countersign.terms.Span.of(kept.toString()).in(language)))
                        .orElseGet(() -> texts.text("retention.protocol.backups-unknown")));
        store.unreached()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> store.name() + ": " + line)
                .forEach(lines::add);
        return lines;
    }

    /** @param json of the same, put into it */
    byte[] pdf(byte[] json) {
        String title = texts.text("retention.erasure.protocol");
        OwnSheet sheet = new OwnSheet()
                .title(title)
                .lead(texts.text(
                        "retention.protocol.lead",
                        protocol.clause(),
                        protocol.processor().name()))
                .facts(facts())
                .heading(texts.text("retention.protocol.counts"))
                .table(
                        List.of("store", "table", "state", "done", "held", "beside").stream()
                                .map(name -> texts.text("retention.field." + name))
                                .toList(),
                        protocol.parts().stream().map(this::row).toList());
        if (!protocol.byHand().isEmpty()) {
            sheet.heading(texts.text("retention.erasure.hands"))
                    .table(
                            List.of("order", "store", "state", "due", "ended").stream()
                                    .map(name -> texts.text("retention.field." + name))
                                    .toList(),
                            protocol.byHand().stream().map(this::row).toList());
        }
        if (erasure.isLapsed()) {
            sheet.note(texts.text("retention.erasure.lapsed"));
        }
        protocol.parts()
                .forEach(part -> part.run()
                        .problem()
                        .ifPresent(problem -> sheet.note(part.store().name() + ": " + problem.in(language))));
        sheet.heading(texts.text("retention.protocol.unreached"));
        unreached().forEach(sheet::text);
        sheet.heading(texts.text("retention.protocol.statements"));
        protocol.parts().forEach(part -> part.run().statements().forEach(sheet::text));
        sheet.heading(texts.text("retention.protocol.proof"));
        sheet.text(texts.text("retention.erasure.proof-text"));
        erasure.hashes().forEach(sheet::text);
        return OwnPaper.of(
                sheet,
                title,
                texts.text("retention.protocol.as-of", written.moment(protocol.asOf())),
                protocol.processor().name(),
                FORM + " " + erasure.id(),
                language,
                protocol.asOf(),
                json,
                "erasure-protocol.json");
    }

    private List<String> row(ErasureProtocol.Part part) {
        return List.of(
                part.store().name(),
                part.rule().table().toString(),
                part.run().state().label().in(language),
                written.number(part.run().done()),
                written.number(part.run().preview().map(Preview::held).orElse(0L)),
                written.number(part.beside()));
    }

    private List<String> row(HandDeletion one) {
        return List.of(
                one.number(),
                one.title(),
                texts.text("deletion.state." + KebabCase.of(one.state())),
                written.moment(one.dueAt()),
                one.doneAt().map(written::moment).orElse(""));
    }

    private List<Fact> facts() {
        return List.of(
                fact("state", state().label().in(language)),
                fact("clause", protocol.clause() + " (" + erasure.clause() + ")"),
                fact("controller", protocol.controller().map(one -> one.name()).orElse("")),
                fact("asked", written.moment(erasure.askedAt())),
                fact("approved", erasure.approvedAt().map(written::moment).orElse("")),
                fact("ended", erasure.endedAt().map(written::moment).orElse("")));
    }

    private Fact fact(String name, String value) {
        return Fact.of(texts.text("retention.field." + name), value);
    }
}
