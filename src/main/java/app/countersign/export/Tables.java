package app.countersign.export;

import app.countersign.kernel.Country;
import app.countersign.kernel.Csv;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Spreadsheet;
import app.countersign.measure.Evidence;
import app.countersign.measure.MeasureReview;
import app.countersign.measure.MeasureVersion;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.Engagement;
import app.countersign.terms.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an archive tells, as tables: all cells are text, and instants those of UTC. */
final class Tables {

    private final Dossier dossier;

    Tables(Dossier dossier) {
        this.dossier = dossier;
    }

    /** What is done with a row. */
    interface Rows {
        void take(List<?> cells) throws IOException;
    }

    /** Gives its rows, heads first. */
    interface Table {
        void each(Rows rows) throws IOException;
    }

    static void csv(Table table, OutputStream out) throws IOException {
        out.write(Csv.MARK.getBytes(StandardCharsets.UTF_8));
        table.each(cells -> out.write(Csv.line(cells).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The same tables give the same bytes.
     *
     * @param tables by the names of their sheets, of at most 31 letters
     * @param made when, as the file is to say
     */
    static byte[] xlsx(Map<String, Table> tables, Instant made) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Spreadsheet book = new Spreadsheet(bytes)) {
            for (Map.Entry<String, Table> table : tables.entrySet()) {
                List<List<?>> rows = new ArrayList<>();
                table.getValue().each(rows::add);
                List<String> heads = rows.get(0).stream().map(String::valueOf).toList();
                try (Spreadsheet.Sheet sheet = book.sheet(table.getKey(), heads)) {
                    for (List<?> row : rows.subList(1, rows.size())) {
                        sheet.row(row);
                    }
                }
            }
        }
        return Spreadsheet.repeatable(bytes.toByteArray(), made);
    }

    private List<String> heads(String... names) {
        return Arrays.stream(names)
                .map(name -> dossier.texts().text("export.column." + name))
                .toList();
    }

    private String word(String key) {
        return dossier.texts().text(key);
    }

    void measures(Rows rows) throws IOException {
        rows.take(heads(
                "processor",
                "template",
                "clause",
                "title",
                "words",
                "category",
                "controls",
                "owner",
                "light",
                "why",
                "version",
                "every",
                "review",
                "page"));
        for (Dossier.Entry entry : dossier.entries()) {
            var measure = entry.measure();
            var statement = entry.version().statement();
            rows.take(List.of(
                    entry.processor().name(),
                    measure.template(),
                    measure.code(),
                    statement.title(dossier.texts().language()),
                    statement.words(),
                    measure.category(),
                    String.join(" ", statement.controls()),
                    entry.owner(),
                    dossier.light(entry.standing()),
                    dossier.why(entry.standing(), entry.processor().zone()),
                    entry.version().no(),
                    statement.every().map(Span::toString).orElse(""),
                    statement.review().orElse(measure.annex().review()).toString(),
                    entry.page()));
        }
    }

    void versions(Rows rows) throws IOException {
        rows.take(heads(
                "processor",
                "clause",
                "version",
                "state",
                "level",
                "title",
                "words",
                "what",
                "made-at",
                "made-by",
                "decided-at",
                "decided-by",
                "reason"));
        for (Dossier.Entry entry : dossier.entries()) {
            for (MeasureVersion version : entry.versions()) {
                rows.take(List.of(
                        entry.processor().name(),
                        entry.measure().clause(),
                        version.no(),
                        word("measure.version.state." + KebabCase.of(version.state())),
                        word("measure.level." + KebabCase.of(version.level())),
                        version.statement().title(dossier.texts().language()),
                        version.statement().words(),
                        version.what(),
                        version.madeAt(),
                        version.madeBy(),
                        version.decidedAt().map(Object::toString).orElse(""),
                        version.decidedBy().orElse(""),
                        version.reason().orElse("")));
            }
        }
    }

    void reviews(Rows rows) throws IOException {
        rows.take(heads("processor", "clause", "reviewed-at", "reviewed-by", "version", "changed", "remarks"));
        for (Dossier.Entry entry : dossier.entries()) {
            for (MeasureReview review : entry.reviews()) {
                rows.take(List.of(
                        entry.processor().name(),
                        entry.measure().clause(),
                        review.reviewedAt(),
                        review.reviewedBy(),
                        review.versionNo(),
                        word(review.isChanged() ? "export.yes" : "export.no"),
                        review.remarks()));
            }
        }
    }

    void evidence(Rows rows) throws IOException {
        rows.take(heads(
                "processor",
                "clause",
                "evidence",
                "kind",
                "title",
                "occurred-at",
                "valid-until",
                "good",
                "problem",
                "collected-by",
                "collected-at",
                "words",
                "link",
                "file",
                "sha256",
                "withdrawn-at",
                "reason"));
        for (Dossier.Entry entry : dossier.entries()) {
            dossier.each(entry, item -> rows.take(evidence(entry, item)));
        }
    }

    private List<?> evidence(Dossier.Entry entry, Dossier.Item item) {
        Evidence evidence = item.evidence();
        return List.of(
                entry.processor().name(),
                entry.measure().clause(),
                evidence.id(),
                word("measure.evidence.kind." + KebabCase.of(evidence.kind())),
                dossier.title(evidence),
                evidence.occurredAt(),
                item.until(),
                word(evidence.isGood() ? "export.yes" : "export.no"),
                dossier.problem(evidence),
                evidence.addedBy(),
                evidence.addedAt(),
                dossier.words(evidence).orElse(""),
                evidence.url().orElse(""),
                evidence.hasFile() ? Dossier.path(evidence) : "",
                evidence.sha256().orElse(""),
                item.withdrawn() ? evidence.withdrawnAt().orElseThrow().toString() : "",
                item.withdrawn() ? evidence.reason().orElse("") : "");
    }

    void subProcessors(Rows rows) throws IOException {
        rows.take(heads(
                "processor",
                "name",
                "address",
                "country",
                "service",
                "places",
                "personal",
                "data",
                "basis",
                "informed",
                "safeguards",
                "further-of",
                "since",
                "until",
                "remarks"));
        Map<UUID, Organisation> processors = dossier.byId();
        Map<UUID, String> names = dossier.subProcessors().stream()
                .collect(Collectors.toMap(Engagement::id, Engagement::name, (one, other) -> one));
        var language = dossier.texts().language();
        for (Engagement one : dossier.subProcessors()) {
            rows.take(List.of(
                    processors.get(one.processorId()).name(),
                    one.name(),
                    one.organisation().address(),
                    one.organisation().country().name(language),
                    one.service(),
                    one.places().stream()
                            .map((Country place) -> place.name(language))
                            .collect(Collectors.joining(", ")),
                    one.personal().label().in(language),
                    one.data(),
                    one.basis().label().in(language),
                    word(one.informed() ? "export.yes" : "export.no"),
                    one.safeguards().stream().map(s -> s.label().in(language)).collect(Collectors.joining(", ")),
                    one.parent().map(parent -> names.getOrDefault(parent, "")).orElse(""),
                    one.since().map(Object::toString).orElse(""),
                    one.until().map(Object::toString).orElse(""),
                    one.remarks()));
        }
    }
}
