package app.countersign.export;

import static app.countersign.export.Html.escaped;

import app.countersign.kernel.Country;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Texts;
import app.countersign.measure.Evidence;
import app.countersign.measure.EvidenceKind;
import app.countersign.measure.Light;
import app.countersign.measure.MeasureReview;
import app.countersign.measure.MeasureVersion;
import app.countersign.measure.Standing;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.Engagement;
import app.countersign.terms.MeasureCatalogue;
import app.countersign.trail.Excerpt;
import app.countersign.trail.TrailWords;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people read of an archive: from the measure to what proves it and to who sees to it. */
final class Booklet {

    private final Dossier dossier;
    private final Texts texts;
    private final Locale language;
    private final MeasureCatalogue catalogue = MeasureCatalogue.ours();
    private final Map<UUID, Long> counted = new HashMap<>();

    Booklet(Dossier dossier) {
        this.dossier = dossier;
        this.texts = dossier.texts();
        this.language = texts.language();
    }

    private String text(String key, Object... args) {
        return texts.text(key, args);
    }

    private Html page(OutputStream out, String title, String home) throws IOException {
        Html html = new Html(out).begin(language.getLanguage(), title);
        if (!home.isEmpty()) {
            html.raw("<nav>" + Html.link(home, text("export.html.home")) + "</nav>\n");
        }
        return html.element("h1", title);
    }

    /** To be written after the measures' pages: it tells how much evidence each has. */
    void index(OutputStream out) throws IOException {
        EvidenceExport export = dossier.export();
        Html html = page(out, text("export.html.title"), "");
        html.classed(
                "p",
                "soft",
                dossier.processors().stream().map(Organisation::name).collect(Collectors.joining(" · ")));
        html.raw("<table class=\"facts\"><tbody>");
        html.fact(text("export.html.period"), period());
        html.fact(text("export.html.as-of"), dossier.moment(export.askedAt(), dossier.zone()));
        html.fact(text("export.html.for"), export.askedBy());
        dossier.contract().ifPresent(one -> contract(html, one));
        html.tableEnd();
        html.element("h2", text("export.html.stand"));
        for (String line : Report.sentences(dossier)) {
            html.element("p", line);
        }
        html.raw("<p>" + Html.link("report.pdf", text("export.html.report")) + " · "
                + Html.link("index.pdf", text("export.html.paper")) + " · "
                + Html.link("measures.xlsx", text("export.html.sheet")));
        if (dossier.sight().seesRegister()) {
            html.raw(" · " + Html.link("sub-processors.html", text("export.html.sub-processors")));
        }
        if (dossier.sight().seesTrail()) {
            html.raw(" · " + Html.link("history.html", text("export.html.trail")));
        }
        html.raw("</p>\n");
        for (Organisation processor : dossier.processors()) {
            measures(html, processor);
        }
        html.element("h2", text("export.html.check")).element("p", text("export.html.how"));
        html.classed("p", "hash", "java Verify.java " + export.fileName() + " --key …");
        html.end();
    }

    private void contract(Html html, Dossier.ContractLine one) {
        try {
            html.fact(
                    text("export.html.contract"),
                    one.number() + " · " + one.controller()
                            + (one.effectiveOn().isEmpty()
                                    ? ""
                                    : " · "
                                            + text(
                                                    "export.html.since",
                                                    dossier.day(LocalDate.parse(one.effectiveOn())))));
            for (Map.Entry<String, String> fact : origin().entrySet()) {
                html.fact(fact.getKey(), fact.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the contract comes from, if it was concluded elsewhere: what is said, by what it is called. */
    Map<String, String> origin() {
        Map<String, String> said = new LinkedHashMap<>();
        dossier.contract().flatMap(Dossier.ContractLine::elsewhere).ifPresent(one -> origin(one, said));
        return said;
    }

    private void origin(Dossier.Elsewhere one, Map<String, String> said) {
        String concluded = dossier.day(one.from().concludedOn());
        said.put(
                text("export.html.origin"),
                text(
                        "export.html.taken-in",
                        concluded,
                        dossier.moment(one.from().at(), dossier.zone()),
                        one.from().by()));
        one.from().reference().ifPresent(reference -> said.put(text("export.html.reference"), reference));
        said.put(
                text("export.html.signed-paper"),
                one.paper().isEmpty() ? text("export.html.paper-missing") : "SHA-256 " + one.paper());
        said.put(
                text("export.html.annex"),
                one.known() > 0
                        ? text("export.html.annex-known", concluded, one.known())
                        : text("export.html.annex-unknown", concluded));
    }

    String period() {
        return text(
                "export.html.from-to",
                dossier.day(dossier.export().first()),
                dossier.day(dossier.export().last()));
    }

    private void measures(Html html, Organisation processor) throws IOException {
        List<Dossier.Entry> own = dossier.entries().stream()
                .filter(entry -> entry.processor().id().equals(processor.id()))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        html.element("h2", processor.name());
        html.heads(
                text("export.column.clause"),
                text("export.column.title"),
                text("export.column.light"),
                text("export.html.items"),
                text("export.column.owner"));
        for (Dossier.Entry entry : own) {
            html.row(
                    escaped(entry.version().statement().label()) + "<br><span class=\"soft\">"
                            + escaped(entry.measure().code()) + "</span>",
                    Html.link(entry.page(), entry.version().statement().title(language)),
                    light(entry.standing(), processor.zone()),
                    String.valueOf(counted.getOrDefault(entry.measure().id(), 0L)),
                    escaped(owner(entry)));
        }
        html.tableEnd();
    }

    private String owner(Dossier.Entry entry) {
        return entry.owner().isEmpty() ? text("export.html.nobody") : entry.owner();
    }

    private String light(Standing standing, ZoneId zone) {
        return "<span class=\"light " + KebabCase.of(standing.light()) + "\">" + escaped(dossier.light(standing))
                + "</span>"
                + (standing.light() == Light.PROVEN && standing.at().isEmpty()
                        ? ""
                        : "<br><span class=\"soft\">" + escaped(dossier.why(standing, zone)) + "</span>");
    }

    void measure(Dossier.Entry entry, OutputStream out) throws IOException {
        ZoneId zone = entry.processor().zone();
        var statement = entry.version().statement();
        Html html = page(out, statement.title(language), "../index.html");
        html.classed(
                "p", "soft", entry.processor().name() + " · " + entry.measure().clause());
        html.raw("<p>" + light(entry.standing(), zone) + "</p>\n<table class=\"facts\"><tbody>");
        html.fact(text("export.column.words"), statement.words());
        html.fact(text("export.column.owner"), owner(entry));
        html.fact(
                text("export.column.category"),
                catalogue.category(entry.measure().category(), language));
        html.fact(
                text("export.column.controls"),
                statement.controls().stream()
                        .map(number -> number + " " + catalogue.control(number, language))
                        .collect(Collectors.joining("\n")));
        html.fact(
                text("export.column.every"),
                statement.every().map(span -> span.in(language)).orElse(""));
        html.fact(
                text("export.column.review"),
                statement.review().orElse(entry.measure().annex().review()).in(language));
        html.tableEnd();
        evidence(html, entry, zone);
        versions(html, entry, zone);
        reviews(html, entry, zone);
        html.end();
    }

    private void evidence(Html html, Dossier.Entry entry, ZoneId zone) throws IOException {
        html.element("h2", text("export.html.evidence"));
        html.heads(
                text("export.column.title"),
                text("export.column.kind"),
                text("export.column.occurred-at"),
                text("export.column.valid-until"),
                text("export.column.collected-by"));
        long[] items = new long[1];
        dossier.each(entry, item -> {
            items[0]++;
            Evidence evidence = item.evidence();
            html.row(
                    what(item),
                    escaped(text("measure.evidence.kind." + KebabCase.of(evidence.kind()))),
                    escaped(dossier.moment(evidence.occurredAt(), zone)),
                    escaped(dossier.moment(item.until(), zone)),
                    escaped(evidence.addedBy()));
        });
        html.tableEnd();
        if (items[0] == 0) {
            html.classed("p", "soft", text("export.html.no-evidence"));
        }
        counted.put(entry.measure().id(), items[0]);
    }

    private String what(Dossier.Item item) {
        Evidence evidence = item.evidence();
        StringBuilder cell = new StringBuilder(
                evidence.hasFile()
                        ? Html.link("../" + Dossier.path(evidence), dossier.title(evidence))
                        : escaped(dossier.title(evidence)));
        if (item.withdrawn()) {
            cell.insert(0, "<span class=\"gone\">").append("</span>");
            line(
                    cell,
                    "unproven",
                    text("export.html.withdrawn", evidence.reason().orElse("")));
        }
        if (!evidence.isGood()) {
            line(
                    cell,
                    "unproven",
                    dossier.problem(evidence).isEmpty() ? text("export.html.bad") : dossier.problem(evidence));
        }
        dossier.words(evidence)
                .ifPresent(words ->
                        line(cell, "soft words", evidence.kind() == EvidenceKind.FACT ? readable(words) : words));
        evidence.url().ifPresent(url -> line(cell, "soft", url));
        if (evidence.kind() == EvidenceKind.LINK && evidence.hasFile()) {
            line(cell, "soft", text("measure.evidence.seen"));
        }
        if (evidence.hasFile()) {
            line(cell, "hash", evidence.sha256().orElse(""));
        }
        return cell.toString();
    }

    /** What the application collects of itself is kept as JSON, which nobody wants to read. */
    static String readable(String words) {
        try (JsonReader reader = Json.createReader(new StringReader(words))) {
            return reader.readObject().entrySet().stream()
                    .map(fact -> fact.getKey() + ": "
                            + (fact.getValue() instanceof JsonString text ? text.getString() : fact.getValue()))
                    .collect(Collectors.joining("\n"));
        } catch (JsonException e) {
            // What is no object is shown as it is kept.
            return words;
        }
    }

    private static void line(StringBuilder cell, String kind, String text) {
        cell.append("<br><span class=\"")
                .append(kind)
                .append("\">")
                .append(escaped(text))
                .append("</span>");
    }

    private void versions(Html html, Dossier.Entry entry, ZoneId zone) throws IOException {
        html.element("h2", text("export.html.versions"));
        html.heads(
                text("export.column.version"),
                text("export.column.state"),
                text("export.column.words"),
                text("export.column.what"),
                text("export.column.made-by"));
        for (MeasureVersion version : entry.versions()) {
            html.row(
                    String.valueOf(version.no()),
                    escaped(text("measure.version.state." + KebabCase.of(version.state())))
                            + "<br><span class=\"soft\">"
                            + escaped(text("measure.level." + KebabCase.of(version.level()))) + "</span>",
                    "<span class=\"words\">" + escaped(version.statement().words()) + "</span>",
                    escaped(version.what()),
                    escaped(version.madeBy() + ", " + dossier.moment(version.madeAt(), zone))
                            + version.decidedAt()
                                    .map(at -> "<br>"
                                            + escaped(text(
                                                    "measure.version.decided",
                                                    dossier.moment(at, zone),
                                                    version.decidedBy().orElse(""),
                                                    version.reason().orElse(""))))
                                    .orElse(""));
        }
        html.tableEnd();
    }

    private void reviews(Html html, Dossier.Entry entry, ZoneId zone) throws IOException {
        html.element("h2", text("export.html.reviews"));
        if (entry.reviews().isEmpty()) {
            html.classed("p", "soft", text("export.html.no-review"));
            return;
        }
        html.heads(
                text("export.column.reviewed-at"),
                text("export.column.reviewed-by"),
                text("export.column.version"),
                text("export.column.changed"),
                text("export.column.remarks"));
        for (MeasureReview review : entry.reviews()) {
            html.row(
                    escaped(dossier.moment(review.reviewedAt(), zone)),
                    escaped(review.reviewedBy()),
                    String.valueOf(review.versionNo()),
                    escaped(text(review.isChanged() ? "export.yes" : "export.no")),
                    escaped(review.remarks()));
        }
        html.tableEnd();
    }

    void subProcessors(OutputStream out) throws IOException {
        Html html = page(out, text("export.html.sub-processors"), "index.html");
        html.classed("p", "soft", period());
        if (dossier.subProcessors().isEmpty()) {
            html.element("p", text("export.html.no-sub-processors"));
        }
        for (Organisation processor : dossier.processors()) {
            List<Engagement> own = dossier.subProcessors().stream()
                    .filter(one -> one.processorId().equals(processor.id()))
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            html.element("h2", processor.name());
            html.heads(
                    text("export.column.name"),
                    text("export.column.service"),
                    text("export.column.places"),
                    text("export.column.basis"),
                    text("export.column.since"));
            for (Engagement one : own) {
                html.row(
                        escaped(one.name()) + "<br><span class=\"soft words\">"
                                + escaped(one.organisation().address()) + "</span><br><span class=\"soft\">"
                                + escaped(one.organisation().country().name(language)) + "</span>",
                        escaped(one.service()) + "<br><span class=\"soft\">"
                                + escaped(text("export.column.personal") + ": "
                                        + one.personal().label().in(language)
                                        + (one.data().isEmpty() ? "" : " – " + one.data()))
                                + "</span>",
                        escaped(one.places().stream()
                                        .map((Country place) -> place.name(language))
                                        .collect(Collectors.joining(", ")))
                                + "<br><span class=\"soft\">"
                                + escaped(one.safeguards().stream()
                                        .map(safeguard -> safeguard.label().in(language))
                                        .collect(Collectors.joining(", ")))
                                + "</span>",
                        escaped(one.basis().label().in(language)),
                        escaped(one.since().map(dossier::day).orElse("–")
                                + one.until()
                                        .map(day -> " – " + dossier.day(day))
                                        .orElse("")));
            }
            html.tableEnd();
        }
        html.end();
    }

    /** Gives the trail's entries, the oldest first. */
    interface Happenings {
        void each(Excerpt.Telling telling) throws IOException;
    }

    void trail(Happenings happenings, OutputStream out) throws IOException {
        Html html = page(out, text("export.html.trail"), "index.html");
        html.classed("p", "soft", period()).element("p", text("export.html.rows"));
        html.heads(
                text("export.html.when"), text("export.html.who"), text("export.html.what"), text("export.html.row"));
        TrailWords words = new TrailWords(texts);
        ZoneId zone = dossier.zone();
        happenings.each(entry -> html.row(
                escaped(dossier.moment(entry.at(), zone)),
                escaped(String.valueOf(words.who(entry))),
                escaped(words.what(entry)),
                entry.position().isPresent() ? String.valueOf(entry.position().getAsLong()) : ""));
        html.tableEnd().end();
    }
}
