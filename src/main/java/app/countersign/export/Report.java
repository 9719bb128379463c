package app.countersign.export;

import app.countersign.document.OwnPaper;
import app.countersign.document.OwnSheet;
import app.countersign.document.Pages;
import app.countersign.kernel.CanonicalJson;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Texts;
import app.countersign.measure.Evidence;
import app.countersign.measure.Light;
import app.countersign.party.Organisation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an archive tells on paper, as PDF/A: one page that says what is proven and what isn't, and the index from measure
 * to evidence to owner. What is unproven comes first and is never left out in favour of what is proven.
 */
final class Report {

    /** So many measures are printed in the index; the pages for reading hold all. */
    private static final int MOST_MEASURES = 400;

    /** So many items of each, the newest. */
    private static final int MOST_ITEMS = 12;

    private static final int ON_A_PAGE = 24;
    private static final int FEWER = 3;

    private final Dossier dossier;
    private final Texts texts;

    Report(Dossier dossier) {
        this.dossier = dossier;
        this.texts = dossier.texts();
    }

    private String text(String key, Object... args) {
        return texts.text(key, args);
    }

    /** What is to be said of it, without flattering. */
    static List<String> sentences(Dossier dossier) {
        Texts texts = dossier.texts();
        List<String> said = new ArrayList<>();
        said.add(texts.text(
                "export.report.counts",
                dossier.entries().size(),
                dossier.count(Light.PROVEN),
                dossier.count(Light.DUE),
                dossier.count(Light.UNPROVEN)));
        said.add(texts.text("export.report.means"));
        if (!dossier.export().measures().isEmpty()) {
            said.add(texts.text("export.report.chosen"));
        }
        if (!dossier.sight().seesRegister()) {
            said.add(texts.text("export.report.no-register"));
        }
        if (!dossier.sight().seesTrail()) {
            said.add(texts.text("export.report.no-trail"));
        }
        return said;
    }

    /** One page, whatever there is to say: what does not fit is counted. */
    byte[] onePage() {
        List<Dossier.Entry> open = dossier.entries().stream()
                .filter(entry -> entry.standing().light() != Light.PROVEN)
                .sorted(Comparator.comparing(
                                (Dossier.Entry entry) -> entry.standing().light())
                        .reversed())
                .toList();
        int rows = Math.min(open.size(), ON_A_PAGE);
        byte[] pdf = page(open, rows);
        while (Pages.count(pdf) > 1 && rows > 0) {
            rows = Math.max(0, rows - FEWER);
            pdf = page(open, rows);
        }
        return pdf;
    }

    private byte[] page(List<Dossier.Entry> open, int rows) {
        OwnSheet sheet = new OwnSheet().title(text("export.report.title")).facts(facts());
        sentences(dossier).forEach(sheet::text);
        if (open.isEmpty()) {
            sheet.text(text("export.report.nothing-open"));
        } else {
            sheet.heading(text("export.report.open"));
            sheet.table(
                    List.of(
                            text("export.column.light"),
                            text("export.column.title"),
                            text("export.column.why"),
                            text("export.column.owner")),
                    open.stream().limit(rows).map(this::row).toList());
        }
        if (open.size() > rows) {
            sheet.note(text("export.report.more", open.size() - rows));
        }
        return paper(sheet, "export.report.title", "report");
    }

    private List<String> row(Dossier.Entry entry) {
        ZoneId zone = entry.processor().zone();
        return List.of(
                dossier.light(entry.standing()),
                entry.version().statement().title(texts.language()) + " ("
                        + entry.version().statement().label() + ")",
                dossier.why(entry.standing(), zone),
                owner(entry));
    }

    private String owner(Dossier.Entry entry) {
        return entry.owner().isEmpty() ? text("export.html.nobody") : entry.owner();
    }

    private List<OwnSheet.Fact> facts() {
        EvidenceExport export = dossier.export();
        List<OwnSheet.Fact> origin = new Booklet(dossier)
                .origin().entrySet().stream()
                        .map(said -> OwnSheet.Fact.of(said.getKey(), said.getValue()))
                        .toList();
        return Stream.of(
                        List.of(
                                fact("export.column.processor", names("\n")),
                                fact(
                                        "export.html.contract",
                                        dossier.contract()
                                                .map(one -> one.number() + " · " + one.controller())
                                                .orElse(""))),
                        origin,
                        List.of(
                                fact("export.html.period", new Booklet(dossier).period()),
                                fact("export.html.as-of", dossier.moment(export.askedAt(), dossier.zone())),
                                fact("export.html.for", export.askedBy())))
                .flatMap(List::stream)
                .toList();
    }

    private OwnSheet.Fact fact(String key, String value) {
        return OwnSheet.Fact.of(text(key), value);
    }

    private String names(String between) {
        return dossier.processors().stream().map(Organisation::name).collect(Collectors.joining(between));
    }

    /** From measure to evidence to owner. */
    byte[] index() throws IOException {
        OwnSheet sheet = new OwnSheet().title(text("export.html.title")).facts(facts());
        sentences(dossier).forEach(sheet::text);
        for (Dossier.Entry entry : dossier.entries()
                .subList(0, Math.min(MOST_MEASURES, dossier.entries().size()))) {
            measure(sheet, entry);
        }
        if (dossier.entries().size() > MOST_MEASURES) {
            sheet.note(text("export.report.more", dossier.entries().size() - MOST_MEASURES));
        }
        return paper(sheet, "export.html.title", "index");
    }

    private void measure(OwnSheet sheet, Dossier.Entry entry) throws IOException {
        ZoneId zone = entry.processor().zone();
        sheet.heading(entry.version().statement().title(texts.language()));
        sheet.facts(List.of(
                fact(
                        "export.column.clause",
                        entry.processor().name() + " · " + entry.measure().clause()),
                fact(
                        "export.column.light",
                        dossier.light(entry.standing()) + ": " + dossier.why(entry.standing(), zone)),
                fact("export.column.owner", owner(entry))));
        Deque<Dossier.Item> newest = new ArrayDeque<>();
        long[] older = new long[1];
        dossier.each(entry, item -> {
            newest.addLast(item);
            if (newest.size() > MOST_ITEMS) {
                newest.removeFirst();
                older[0]++;
            }
        });
        sheet.table(
                List.of(
                        text("export.column.evidence"),
                        text("export.column.kind"),
                        text("export.column.occurred-at"),
                        text("export.column.valid-until"),
                        text("export.column.collected-by")),
                newest.stream().map(item -> item(item, zone)).toList());
        if (older[0] > 0) {
            sheet.note(text("export.report.older", older[0]));
        }
    }

    private List<String> item(Dossier.Item item, ZoneId zone) {
        Evidence evidence = item.evidence();
        String title = dossier.title(evidence)
                + (item.withdrawn()
                        ? " – "
                                + text(
                                        "export.html.withdrawn",
                                        evidence.reason().orElse(""))
                        : "")
                + (evidence.isGood() ? "" : " – " + text("export.html.bad"));
        return List.of(
                title,
                text("measure.evidence.kind." + KebabCase.of(evidence.kind())),
                dossier.moment(evidence.occurredAt(), zone),
                dossier.moment(item.until(), zone),
                evidence.addedBy());
    }

    private byte[] paper(OwnSheet sheet, String title, String kind) {
        EvidenceExport export = dossier.export();
        TreeMap<String, Object> data = new TreeMap<>();
        data.put("due", dossier.count(Light.DUE));
        data.put("from", export.first());
        data.put("measures", dossier.entries().size());
        data.put("proven", dossier.count(Light.PROVEN));
        data.put("to", export.last());
        data.put("unproven", dossier.count(Light.UNPROVEN));
        return OwnPaper.of(
                sheet,
                text(title),
                dossier.moment(export.askedAt(), dossier.zone()),
                names(", "),
                kind + " " + CanonicalJson.object(data),
                texts.language(),
                export.askedAt(),
                CanonicalJson.object(data).getBytes(StandardCharsets.UTF_8),
                kind + ".json");
    }
}
