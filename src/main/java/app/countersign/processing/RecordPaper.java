package app.countersign.processing;

import app.countersign.document.OwnPaper;
import app.countersign.document.OwnSheet;
import app.countersign.measure.Measure;
import app.countersign.measure.MeasureRecords;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.EngagementRow;
import app.countersign.terms.Article28;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The record as PDF/A, with the same as JSON-LD inside. */
final class RecordPaper {

    private final ProcessingRecord record;
    private final RecordFormat.Controllers controllers;
    private final RecordWords words;
    private final Locale language;
    private final int most;

    /** @param most how many controllers it names, in whole pages of 200; the rest stands in the table and the data */
    RecordPaper(ProcessingRecord record, RecordFormat.Controllers controllers, Locale language, int most) {
        this.most = most;
        this.record = record;
        this.controllers = controllers;
        this.words = new RecordWords(language);
        this.language = words.language();
    }

    byte[] pdf() {
        Organisation processor = record.processor();
        String title = words.text("paper.title", processor.name());
        OwnSheet sheet = new OwnSheet()
                .title(words.text("title"))
                .lead(words.text("paper.lead"))
                .facts(head());
        sheet.heading(words.text("forms.title"));
        if (record.forms().isEmpty()) {
            sheet.text(words.text("forms.none"));
        }
        record.forms().forEach(form -> sheet.facts(facts(form)));
        sheet.heading(words.text("recipients.title"));
        if (record.recipients().isEmpty()) {
            sheet.text(words.text("recipients.none"));
        }
        sheet.table(
                words.heads("recipient", "service", "personal", "places"),
                record.recipients().stream().map(this::recipient).toList());
        sheet.heading(words.text("transfers.title"));
        if (record.transfers().isEmpty()) {
            sheet.text(words.text("transfers.none"));
        }
        sheet.table(
                words.heads("recipient", "country", "basis"),
                record.transfers().stream().map(this::transfer).toList());
        sheet.heading(words.text("measures.title"));
        if (record.measures().isEmpty()) {
            sheet.text(words.text("measures.none"));
        }
        sheet.facts(measures());
        sheet.heading(words.text("controllers.title"));
        List<List<String>> rows = rows();
        if (record.contracts() == 0) {
            sheet.text(words.text("controllers.none"));
        } else if (record.contracts() > rows.size()) {
            sheet.note(words.text("paper.more", rows.size(), record.contracts()));
        }
        sheet.table(words.heads("controller", "contact", "contract", "since"), rows);
        return OwnPaper.of(
                sheet,
                title,
                words.text("as-of", words.moment(record.asOf(), processor)),
                processor.name(),
                "countersign-processing-record/1 " + processor.id(),
                language,
                record.asOf(),
                new RecordGraph(record, few(), language, "").json(),
                processor.code().orElse("processing") + "-processing.jsonld");
    }

    private List<OwnSheet.Fact> head() {
        Organisation processor = record.processor();
        String unknown = words.text("unknown");
        return List.of(
                fact("processor", processor.name() + "\n" + words.address(processor), "30(2)(a)"),
                fact("contact", words.contact(processor).orElse(unknown), "30(2)(a)"),
                fact("officer", words.officer(processor).orElse(unknown), "30(2)(a)"),
                fact("contracts", String.valueOf(record.contracts()), ""),
                fact("as-of", words.moment(record.asOf(), processor), ""));
    }

    private OwnSheet.Fact fact(String name, String value, String paragraph) {
        return new OwnSheet.Fact(
                words.text("field." + name), value, paragraph.isEmpty() ? "" : words.text("cite", paragraph));
    }

    private List<OwnSheet.Fact> facts(ProcessingForm form) {
        List<OwnSheet.Fact> facts = new ArrayList<>();
        facts.add(fact("form", words.text("form", form.title(language), form.contracts()), "30(2)(b)"));
        for (Article28 point : form.points()) {
            facts.add(OwnSheet.Fact.of(words.point(point), form.text(point, language)));
        }
        return facts;
    }

    private List<String> recipient(EngagementRow row) {
        Engagement one = row.engagement();
        return List.of(
                one.name() + ", " + one.organisation().country().name(language),
                one.service(),
                (one.personal().label().in(language) + " " + one.data()).strip(),
                words.countries(one.places()));
    }

    private List<String> transfer(Transfer transfer) {
        return List.of(transfer.engagement().name(), transfer.country().name(language), words.basis(transfer));
    }

    /** By category: a general description is asked for (Art. 30(2)(d)), the details stand in the annexes. */
    private List<OwnSheet.Fact> measures() {
        Map<String, StringBuilder> byCategory = new LinkedHashMap<>();
        for (MeasureRecords.Row row : record.measures()) {
            Measure measure = row.measure();
            byCategory
                    .computeIfAbsent(words.category(measure), category -> new StringBuilder())
                    .append(words.title(measure))
                    .append('\n');
        }
        return byCategory.entrySet().stream()
                .map(entry -> OwnSheet.Fact.of(entry.getKey(), entry.getValue().toString()))
                .toList();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        few().each(row -> rows.add(List.of(
                row.name() + ", " + row.address().replace("\n", ", ") + ", "
                        + row.country().name(language),
                row.officer().map(officer -> row.contact() + "; " + officer).orElse(row.contact()),
                row.number(),
                words.day(row.since()))));
        return rows;
    }

    private RecordFormat.Controllers few() {
        int pages = most / Recording.PAGE;
        int[] asked = {0};
        return serial -> {
            asked[0] = serial == 0 ? 1 : asked[0] + 1;
            Recording.Page page = controllers.from(serial);
            return asked[0] < pages ? page : new Recording.Page(page.items(), java.util.OptionalLong.empty());
        };
    }
}
