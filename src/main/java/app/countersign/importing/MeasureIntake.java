package app.countersign.importing;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.measure.Level;
import app.countersign.measure.MeasureDesk;
import app.countersign.measure.MeasureFilter;
import app.countersign.measure.MeasureRecords;
import app.countersign.measure.Statement;
import app.countersign.party.Organisation;
import app.countersign.terms.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What is done by now for measures that annexes state, and who sees to them. A row names its measure by form and clause; an
 * empty cell leaves what is known. What promises less waits for a second person, as it does on the page.
 */
@ApplicationScoped
class MeasureIntake implements Intake {

    private static final int PAGE = 200;

    @Inject
    private MeasureRecords records;

    @Inject
    private MeasureDesk desk;

    @Override
    public ImportKind kind() {
        return ImportKind.MEASURES;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("template"),
                Column.needed("code"),
                Column.maybe("owner"),
                Column.maybe("words"),
                Column.maybe("every"),
                Column.maybe("review"),
                Column.maybe("level"),
                Column.maybe("what"));
    }

    @Override
    public Table table(Organisation processor) {
        Map<String, MeasureRecords.Row> known = new HashMap<>();
        all(processor)
                .forEach(one ->
                        known.put(key(one.measure().template(), one.measure().code()), one));
        Map<UUID, Integer> seen = new HashMap<>();
        return row -> plan(row, known, seen);
    }

    private List<MeasureRecords.Row> all(Organisation processor) {
        MeasureFilter of = new MeasureFilter(
                Optional.of(processor.id()), Optional.empty(), Optional.empty(), Optional.empty(), "");
        List<MeasureRecords.Row> all = new ArrayList<>();
        Optional<UUID> last = Optional.empty();
        do {
            MeasureRecords.Page page = records.page(of, last, PAGE);
            all.addAll(page.items());
            last = page.next();
        } while (last.isPresent());
        return all;
    }

    private static String key(String template, String code) {
        return template.toLowerCase(Locale.ROOT) + " " + code.toLowerCase(Locale.ROOT);
    }

    private Planned plan(Row row, Map<String, MeasureRecords.Row> known, Map<UUID, Integer> seen) {
        MeasureRecords.Row one = Optional.ofNullable(known.get(key(row.cell("template"), row.cell("code"))))
                .orElseThrow(() -> Invalid.field("code", Reason.of("importing.complaint.measure")));
        UUID id = one.measure().id();
        Integer twice = seen.putIfAbsent(id, row.number());
        if (twice != null) {
            throw Invalid.field("code", Reason.of("importing.complaint.twice", twice));
        }
        Statement before = one.version().statement();
        MeasureDesk.Change change = new MeasureDesk.Change(
                said(row, "words", before.words()),
                said(row, "every", before.every().map(Span::toString).orElse("")),
                said(row, "review", before.review().map(Span::toString).orElse("")),
                level(row),
                row.cell("what"));
        boolean changes = !change.words().equals(before.words())
                || !Objects.equals(
                        change.every(), before.every().map(Span::toString).orElse(""))
                || !Objects.equals(
                        change.review(), before.review().map(Span::toString).orElse(""));
        String owner = row.cell("owner");
        Invalid.together(
                () -> span(row, "every"), () -> span(row, "review"), () -> owner(row, one), () -> why(row, changes));
        String what = one.measure().clause() + " " + one.measure().title(Locale.GERMAN);
        if (!changes && owner.isEmpty()) {
            return Planned.leftOut(what, Reason.of("importing.remark.nothing-new"));
        }
        return Planned.entered(what, Optional.empty(), () -> {
            if (!owner.isEmpty()) {
                desk.assign(id, owner);
            }
            if (changes) {
                desk.change(id, change);
            }
        });
    }

    private static String said(Row row, String column, String otherwise) {
        return row.cell(column).isEmpty() ? otherwise : row.cell(column);
    }

    private static Level level(Row row) {
        String word = row.cell("level").toLowerCase(Locale.ROOT);
        try {
            return word.isEmpty() ? Level.KEPT : KebabCase.read(Level.class, word);
        } catch (IllegalArgumentException e) {
            throw Invalid.field("level", Reason.of("measure.complaint.level"));
        }
    }

    private static String span(Row row, String column) {
        try {
            return row.cell(column).isEmpty()
                    ? ""
                    : Span.typed(row.cell(column)).toString();
        } catch (DateTimeException e) {
            throw Invalid.field(column, Reason.of("measure.complaint.span"));
        }
    }

    private String owner(Row row, MeasureRecords.Row one) {
        String name = row.cell("owner");
        boolean known = name.isEmpty()
                || records.owners(one.measure().id()).stream()
                        .anyMatch(account -> account.userName().equalsIgnoreCase(name));
        if (!known) {
            throw Invalid.field("owner", Reason.of("measure.complaint.owner"));
        }
        return name;
    }

    private static String why(Row row, boolean changes) {
        if (changes && row.cell("what").isBlank()) {
            throw Invalid.field("what", Reason.of("kernel.text.missing"));
        }
        return "";
    }
}
