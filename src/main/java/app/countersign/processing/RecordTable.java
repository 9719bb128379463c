package app.countersign.processing;

import app.countersign.kernel.Spreadsheet;
import app.countersign.measure.Measure;
import app.countersign.measure.MeasureRecords;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.EngagementRow;
import app.countersign.terms.Article28;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The record as a spreadsheet: a table for each part. */
final class RecordTable {

    private final ProcessingRecord record;
    private final RecordFormat.Controllers controllers;
    private final RecordWords words;
    private final Locale language;

    RecordTable(ProcessingRecord record, RecordFormat.Controllers controllers, Locale language) {
        this.record = record;
        this.controllers = controllers;
        this.words = new RecordWords(language);
        this.language = words.language();
    }

    byte[] xlsx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Spreadsheet book = new Spreadsheet(bytes)) {
            head(book);
            controllers(book);
            forms(book);
            recipients(book);
            transfers(book);
            measures(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void head(Spreadsheet book) throws IOException {
        Organisation processor = record.processor();
        try (Spreadsheet.Sheet sheet = book.sheet(words.text("sheet.processor"), words.heads("field", "value"))) {
            sheet.row(List.of(words.text("field.processor"), processor.name()));
            sheet.row(List.of(words.text("column.address"), words.address(processor)));
            sheet.row(List.of(
                    words.text("field.contact"), words.contact(processor).orElse(words.text("unknown"))));
            sheet.row(List.of(
                    words.text("field.officer"), words.officer(processor).orElse(words.text("unknown"))));
            sheet.row(List.of(words.text("field.contracts"), record.contracts()));
            sheet.row(List.of(words.text("field.as-of"), words.moment(record.asOf(), processor)));
        }
    }

    private void controllers(Spreadsheet book) throws IOException {
        try (Spreadsheet.Sheet sheet = book.sheet(
                words.text("sheet.controllers"),
                words.heads(
                        "contract",
                        "controller",
                        "address",
                        "country",
                        "contact",
                        "officer",
                        "form",
                        "since",
                        "until"))) {
            controllers.each(row -> {
                try {
                    sheet.row(Arrays.asList(
                            row.number(),
                            row.name(),
                            row.address(),
                            row.country().name(language),
                            row.contact(),
                            row.officer().orElse(null),
                            row.form(),
                            row.since(),
                            row.until().orElse(null)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void forms(Spreadsheet book) throws IOException {
        try (Spreadsheet.Sheet sheet =
                book.sheet(words.text("sheet.forms"), words.heads("form", "contracts", "point", "clause", "value"))) {
            for (ProcessingForm form : record.forms()) {
                for (Article28 point : form.points()) {
                    for (var clause : form.clauses(point, language)) {
                        sheet.row(List.of(
                                form.template().code(),
                                form.contracts(),
                                words.point(point),
                                clause.label(),
                                clause.text()));
                    }
                }
            }
        }
    }

    private void recipients(Spreadsheet book) throws IOException {
        try (Spreadsheet.Sheet sheet = book.sheet(
                words.text("sheet.recipients"),
                words.heads(
                        "recipient",
                        "address",
                        "country",
                        "service",
                        "personal",
                        "data",
                        "places",
                        "contract-basis",
                        "safeguards",
                        "since",
                        "until"))) {
            for (EngagementRow row : record.recipients()) {
                Engagement one = row.engagement();
                sheet.row(Arrays.asList(
                        one.name(),
                        one.organisation().address(),
                        one.organisation().country().name(language),
                        one.service(),
                        one.personal().label().in(language),
                        one.data(),
                        words.countries(one.places()),
                        one.basis().label().in(language),
                        words.safeguards(one),
                        one.since().orElse(null),
                        one.until().orElse(null)));
            }
        }
    }

    private void transfers(Spreadsheet book) throws IOException {
        try (Spreadsheet.Sheet sheet =
                book.sheet(words.text("sheet.transfers"), words.heads("recipient", "country", "basis"))) {
            for (Transfer transfer : record.transfers()) {
                sheet.row(List.of(
                        transfer.engagement().name(), transfer.country().name(language), words.basis(transfer)));
            }
        }
    }

    private void measures(Spreadsheet book) throws IOException {
        try (Spreadsheet.Sheet sheet =
                book.sheet(words.text("sheet.measures"), words.heads("category", "measure", "clause", "form"))) {
            for (MeasureRecords.Row row : record.measures()) {
                Measure measure = row.measure();
                sheet.row(List.of(words.category(measure), words.title(measure), measure.clause(), measure.template()));
            }
        }
    }
}
