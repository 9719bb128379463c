package app.countersign.retention;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.terms.Span;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as people type it.
 *
 * @param store its id
 * @param categories as a template calls them, with blanks between; may be empty
 * @param table {@code schema.table}
 * @param ageForm may be empty where the column's type says it
 * @param conditions one a line: {@code status = closed}, {@code deleted_at is not null}
 * @param replacements one a line: {@code name = null}, {@code email = hash}, {@code born = year}, {@code note = "gone"}
 * @param guardShare in percent; 20 if empty
 */
public record RuleEntry(
        String store,
        String title,
        String categories,
        String clause,
        String period,
        String since,
        String fate,
        String table,
        String ageColumn,
        String ageForm,
        String conditions,
        String replacements,
        String controllerColumn,
        String subjectColumn,
        String guardShare) {

    /** More than a fifth of a table in one night is worth a second look. */
    static final int USUAL_GUARD = 20;

    /** A century. */
    private static final int MONTHS = 1200;

    private static final int DAYS = 36_525;

    private static final PlainText LINE = PlainText.line(200);
    private static final PlainText LINES = PlainText.lines(3000);
    private static final PlainText CATEGORIES = PlainText.line(300);

    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[^\\s\"=<>]+)";
    private static final Pattern CONDITION =
            Pattern.compile(NAME + "\\s*(is not null|is null|<=|>=|<>|=|<|>)\\s*(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPLACEMENT =
            Pattern.compile(NAME + "\\s*=\\s*(?:(null|month|year|hash)|\"(.*)\")", Pattern.CASE_INSENSITIVE);

    /** What is said, as far as it can be understood without asking the store.
     *
     * @throws Invalid with all complaints */
    RuleDetails read() {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        UUID where = storeId(complaints);
        String called = line("title", title, true, complaints);
        String cited = line("clause", clause, true, complaints);
        CATEGORIES.complaint(categories).ifPresent(complaint -> complaints.put("categories", complaint));
        Span span = span(complaints);
        Since from = word(Since.class, "since", since, Since.STORED, complaints);
        Fate then = word(Fate.class, "fate", fate, Fate.DELETE, complaints);
        TableName rows = null;
        try {
            rows = tableName("table", table);
        } catch (Invalid e) {
            complaints.putAll(e.complaints());
        }
        String age = from.isByRow() ? line("ageColumn", ageColumn, true, complaints) : "";
        AgeForm form = word(AgeForm.class, "ageForm", ageForm, AgeForm.ZONED, complaints);
        List<Condition> which = conditions(complaints);
        List<Replacement> instead = then.keepsRows() ? replacements(complaints) : List.of();
        if (then.keepsRows() && instead.isEmpty() && !complaints.containsKey("replacements")) {
            complaints.put("replacements", Reason.of("retention.complaint.no-replacement"));
        }
        boolean wrongBlock =
                then == Fate.BLOCK && instead.stream().anyMatch(replacement -> replacement.how() != Replacing.CONSTANT);
        if (wrongBlock) {
            complaints.put("replacements", Reason.of("retention.complaint.block"));
        }
        if (then == Fate.KEEP && !from.isByRow()) {
            complaints.put("since", Reason.of("retention.complaint.keep-since"));
        }
        String controller = line("controllerColumn", controllerColumn, from == Since.CONTRACT_END, complaints);
        String subject = line("subjectColumn", subjectColumn, from == Since.REQUEST, complaints);
        int guard = guard(complaints);
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        String names = CATEGORIES.clean(categories);
        return new RuleDetails(
                where,
                called,
                names.isEmpty() ? List.of() : List.of(names.split("[\\s,]+")),
                cited,
                span,
                from,
                then,
                rows,
                age,
                form,
                which,
                instead,
                controller,
                subject,
                guard);
    }

    boolean saysAgeForm() {
        return !StoreEntry.isMissing(ageForm);
    }

    private UUID storeId(Map<String, Reason> complaints) {
        try {
            return UUID.fromString(String.valueOf(store));
        } catch (IllegalArgumentException e) {
            complaints.put(
                    "store",
                    Reason.of(StoreEntry.isMissing(store) ? "retention.complaint.no-store" : StoreDesk.UNKNOWN));
            return null;
        }
    }

    private static String line(String field, String typed, boolean needed, Map<String, Reason> complaints) {
        try {
            return needed ? LINE.require(field, typed) : LINE.optional(field, typed);
        } catch (Invalid e) {
            complaints.putAll(e.complaints());
            return "";
        }
    }

    private Span span(Map<String, Reason> complaints) {
        try {
            Span span = Span.typed(String.valueOf(period));
            if (isLong(span)) {
                complaints.put("period", Reason.of("retention.complaint.century"));
                return null;
            }
            return span;
        } catch (DateTimeException e) {
            complaints.put("period", Reason.of("retention.complaint.period"));
            return null;
        }
    }

    /** Longer than a century: nobody means it, and no calendar reaches as far back as some would. */
    private static boolean isLong(Span span) {
        Period period = span.period();
        return period != null
                ? period.toTotalMonths() > MONTHS || period.getDays() > DAYS
                : span.duration() != null && span.duration().toDays() > DAYS;
    }

    private static <E extends Enum<E>> E word(
            Class<E> type, String field, String typed, E usual, Map<String, Reason> complaints) {
        try {
            return StoreEntry.isMissing(typed) ? usual : KebabCase.read(type, typed.strip());
        } catch (IllegalArgumentException e) {
            complaints.put(field, Reason.of("retention.complaint.word"));
            return usual;
        }
    }

    private int guard(Map<String, Reason> complaints) {
        try {
            int percent = StoreEntry.isMissing(guardShare) ? USUAL_GUARD : Integer.parseInt(guardShare.strip());
            if (percent >= 1 && percent <= 100) {
                return percent;
            }
        } catch (NumberFormatException e) {
            complaints.put("guardShare", Reason.of("retention.complaint.percent"));
        }
        complaints.put("guardShare", Reason.of("retention.complaint.percent"));
        return USUAL_GUARD;
    }

    /** The last dot stands between them; a schema may be missing where the database has none. */
    static TableName tableName(String field, String typed) {
        String name = LINE.require(field, typed);
        int dot = name.lastIndexOf('.');
        return new TableName(name.substring(0, Math.max(dot, 0)), name.substring(dot + 1));
    }

    /** One condition as it is typed; none if nothing is.
     *
     * @throws Invalid for that field */
    static List<Condition> condition(String field, String typed) {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        List<Condition> read = conditions(field, typed, complaints);
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return read;
    }

    private List<Condition> conditions(Map<String, Reason> complaints) {
        return conditions("conditions", conditions, complaints);
    }

    private static List<Condition> conditions(String field, String typed, Map<String, Reason> complaints) {
        List<Condition> read = new ArrayList<>();
        for (String line : lines(field, typed, complaints)) {
            Matcher matcher = CONDITION.matcher(line);
            if (!matcher.matches()) {
                complaints.put(field, Reason.of("retention.complaint.condition", line));
                return read;
            }
            Operator operator = Operator.of(matcher.group(2)).orElseThrow();
            String value = matcher.group(3).strip();
            if (operator.isWithValue() == value.isEmpty()) {
                complaints.put(field, Reason.of("retention.complaint.condition", line));
            }
            read.add(new Condition(unquoted(matcher.group(1)), operator, unquoted(value)));
        }
        return read;
    }

    private List<Replacement> replacements(Map<String, Reason> complaints) {
        List<Replacement> read = new ArrayList<>();
        for (String line : lines("replacements", replacements, complaints)) {
            Matcher matcher = REPLACEMENT.matcher(line);
            if (!matcher.matches()) {
                complaints.put("replacements", Reason.of("retention.complaint.replacement", line));
                return read;
            }
            Replacing how = Optional.ofNullable(matcher.group(2))
                    .map(word -> Replacing.valueOf(word.toUpperCase(Locale.ROOT)))
                    .orElse(Replacing.CONSTANT);
            read.add(new Replacement(
                    unquoted(matcher.group(1)), how, how == Replacing.CONSTANT ? matcher.group(3) : ""));
        }
        return read;
    }

    private static List<String> lines(String field, String typed, Map<String, Reason> complaints) {
        Optional<Reason> complaint = LINES.complaint(typed);
        complaint.ifPresent(reason -> complaints.put(field, reason));
        return LINES.clean(typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text;
    }

    /** As it would be typed. */
    public static RuleEntry of(Rule rule) {
        RuleDetails said = rule.details();
        return new RuleEntry(
                said.store().toString(),
                said.title(),
                String.join(" ", said.categories()),
                said.clause(),
                said.period().toString(),
                KebabCase.of(said.since()),
                KebabCase.of(said.fate()),
                said.table().toString(),
                said.ageColumn(),
                KebabCase.of(said.ageForm()),
                String.join(
                        "\n", said.conditions().stream().map(RuleEntry::typed).toList()),
                String.join(
                        "\n", said.replacements().stream().map(RuleEntry::typed).toList()),
                said.controllerColumn(),
                said.subjectColumn(),
                String.valueOf(said.guardShare()));
    }

    private static String typed(Condition condition) {
        String left = quoted(condition.column()) + " " + condition.operator().sign();
        return condition.operator().isWithValue() ? left + " " + condition.value() : left;
    }

    private static String typed(Replacement replacement) {
        return quoted(replacement.column()) + " = "
                + (replacement.how() == Replacing.CONSTANT
                        ? "\"" + replacement.value() + "\""
                        : KebabCase.of(replacement.how()));
    }

    private static String quoted(String name) {
        return name.matches("[^\\s\"=<>]+") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
