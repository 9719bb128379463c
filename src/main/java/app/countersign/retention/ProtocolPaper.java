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
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The deletion protocol of a run, as JSON and as PDF/A with the same inside. It says nothing of any person. */
final class ProtocolPaper {

    /** A new one whenever a field changes its meaning. */
    static final String FORM = "countersign-deletion-protocol/1";

    private static final int HASH = 32;

    /** So many hashes are listed; of a larger run, each batch has one over its own, and they are kept here. */
    static final long LISTED = 20_000;

    /** So many batches are printed; the data inside has all. */
    private static final int PRINTED = 200;

    private final Protocol protocol;
    private final Run run;
    private final Locale language;
    private final Texts texts;
    private final Written written;

    ProtocolPaper(Protocol protocol, Locale language) {
        this.protocol = protocol;
        this.run = protocol.run();
        this.language = Texts.supported(language);
        this.texts = Texts.of(language);
        this.written = new Written(this.language, protocol.processor().zone());
    }

    JsonObject json() {
        Rule rule = protocol.rule();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("form", FORM)
                .add("run", run.id().toString())
                .add("state", KebabCase.of(run.state()))
                .add("processor", protocol.processor().name())
                .add("store", protocol.store().name())
                .add("rule", rule.title())
                .add("revision", run.revision())
                .add("clause", rule.clause())
                .add("period", rule.period().toString())
                .add("since", KebabCase.of(rule.since()))
                .add("fate", KebabCase.of(rule.fate()))
                .add("cutoff", run.cutoff().end().toString())
                .add("askedAt", run.askedAt().toString())
                .add("secondPerson", run.approvedAt().isPresent())
                .add("statements", texts(run.statements()))
                .add("counts", numbers(run.counts()))
                .add("rows", run.done());
        run.preview().ifPresent(preview -> json.add("counted", PreviewJson.of(preview)));
        run.startedAt().ifPresent(at -> json.add("startedAt", at.toString()));
        run.endedAt().ifPresent(at -> json.add("endedAt", at.toString()));
        run.problem().ifPresent(problem -> json.add("problem", problem.in(language)));
        json.add("holds", protocol.holds());
        json.add("notReached", texts(unreached()));
        json.add(
                "hashes",
                Json.createObjectBuilder()
                        .add("algorithm", "HMAC-SHA-256")
                        .add("of", rule.table().toString())
                        .add("listed", run.done() <= LISTED));
        json.add("batches", batches());
        return json.add("asOf", protocol.asOf().toString()).build();
    }

    private static JsonArrayBuilder texts(List<String> all) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        all.forEach(array::add);
        return array;
    }

    private static JsonObjectBuilder numbers(Map<String, Long> counts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        counts.forEach(json::add);
        return json;
    }

    private JsonArrayBuilder batches() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (BatchLine batch : protocol.batches()) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("number", batch.number())
                    .add("at", batch.takenAt().toString())
                    .add("rows", batch.rows())
                    .add("counts", numbers(batch.counts()))
                    .add("hashOfHashes", batch.hashOfHashes());
            if (!batch.whole().isEmpty()) {
                json.add("partition", batch.whole());
            }
            if (run.done() <= LISTED) {
                byte[] hashes = batch.hashes();
                JsonArrayBuilder listed = Json.createArrayBuilder();
                for (int at = 0; at + HASH <= hashes.length; at += HASH) {
                    listed.add(HexFormat.of().formatHex(Arrays.copyOfRange(hashes, at, at + HASH)));
                }
                json.add("hashes", listed);
            }
            array.add(json);
        }
        return array;
    }

    private List<String> unreached() {
        List<String> lines = new ArrayList<>();
        Store store = protocol.store();
        LocalDate ended = LocalDate.ofInstant(run.endedAt().orElse(protocol.asOf()), store.zone());
        lines.add(store.backupsKept()
                .map(kept -> texts.text("retention.protocol.backups", written.day(ended.plus(kept)), inWords(kept)))
                .orElseGet(() -> texts.text("retention.protocol.backups-unknown")));
        store.unreached().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        return lines;
    }

    private String inWords(Period kept) {
        return app.countersign.terms.Span.of(kept.toString()).in(language);
    }

    /** @param json of the same, put into it */
    byte[] pdf(byte[] json) {
        String title = texts.text("retention.protocol.title", protocol.rule().title());
        OwnSheet sheet = new OwnSheet()
                .title(title)
                .lead(texts.text(
                        "retention.protocol.lead",
                        protocol.clause(),
                        protocol.processor().name()))
                .facts(facts());
        run.problem().ifPresent(problem -> sheet.note(problem.in(language)));
        sheet.heading(texts.text("retention.protocol.counts"));
        if (run.counts().isEmpty()) {
            sheet.text(texts.text("retention.protocol.nothing"));
        }
        sheet.table(
                List.of(texts.text("retention.field.table"), texts.text("retention.field.rows")),
                run.counts().entrySet().stream()
                        .map(table -> List.of(table.getKey(), written.number(table.getValue())))
                        .toList());
        sheet.heading(texts.text("retention.protocol.unreached"));
        unreached().forEach(sheet::text);
        sheet.heading(texts.text("retention.protocol.statements"));
        run.statements().forEach(sheet::text);
        batchesPrinted(sheet);
        sheet.heading(texts.text("retention.protocol.proof"));
        sheet.text(texts.text("retention.protocol.proof-text"));
        return OwnPaper.of(
                sheet,
                title,
                texts.text("retention.protocol.as-of", written.moment(protocol.asOf())),
                protocol.processor().name(),
                FORM + " " + run.id(),
                language,
                protocol.asOf(),
                json,
                "deletion-protocol.json");
    }

    private List<Fact> facts() {
        Rule rule = protocol.rule();
        return List.of(
                fact("state", run.state().label().in(language)),
                fact("clause", protocol.clause() + " (" + rule.clause() + ")"),
                fact(
                        "period",
                        rule.period().in(language) + " " + rule.since().label().in(language)),
                fact("fate", rule.fate().label().in(language)),
                fact("store", protocol.store().name()),
                fact("cutoff", written.moment(run.cutoff().end())),
                fact("started", run.startedAt().map(written::moment).orElse("")),
                fact("ended", run.endedAt().map(written::moment).orElse("")),
                fact("approved", run.approvedAt().map(written::moment).orElse("")),
                fact("done", written.number(run.done())),
                fact(
                        "held",
                        run.preview().map(Preview::held).map(written::number).orElse("")),
                fact("batches", written.number(protocol.batches().size())));
    }

    private Fact fact(String name, String value) {
        return Fact.of(texts.text("retention.field." + name), value);
    }

    private void batchesPrinted(OwnSheet sheet) {
        if (protocol.batches().isEmpty()) {
            return;
        }
        sheet.heading(texts.text("retention.protocol.batches"));
        sheet.table(
                List.of(
                        texts.text("retention.field.batch"),
                        texts.text("retention.field.at"),
                        texts.text("retention.field.rows"),
                        texts.text("retention.field.hash")),
                protocol.batches().stream()
                        .limit(PRINTED)
                        .map(batch -> List.of(
                                written.number(batch.number()),
                                written.moment(batch.takenAt()),
                                written.number(batch.rows()),
                                batch.hashOfHashes().substring(0, HASH)))
                        .toList());
        List<String> wholes = protocol.batches().stream()
                .map(BatchLine::whole)
                .filter(whole -> !whole.isEmpty())
                .distinct()
                .limit(PRINTED)
                .toList();
        if (!wholes.isEmpty()) {
            sheet.text(texts.text("retention.protocol.wholes", String.join(", ", wholes)));
        }
        if (protocol.batches().size() > PRINTED) {
            sheet.text(texts.text("retention.protocol.more", protocol.batches().size() - PRINTED));
        }
    }
}
