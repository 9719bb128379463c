package app.countersign.retention;

import java.util.UUID;

/**
 * A rule as people type it: messages go twelve months after they were sent. Steps say what is otherwise.
 *
 * <pre>{@code
 * TypedRule.about("public.message").subject("author").read();
 * }</pre>
 */
final class TypedRule {

    private final String table;
    private String store = UUID.randomUUID().toString();
    private String period = "P12M";
    private String since = "stored";
    private String fate = "delete";
    private String ageColumn = "sent_at";
    private String ageForm = "zoned";
    private String conditions = "";
    private String replacements = "";
    private String controllerColumn = "";
    private String subjectColumn = "";
    private String guard = "";

    private TypedRule(String table) {
        this.table = table;
    }

    static TypedRule about(String table) {
        return new TypedRule(table);
    }

    static TypedRule about(TableName table) {
        return about(table.toString());
    }

    TypedRule in(UUID storeId) {
        store = storeId.toString();
        return this;
    }

    TypedRule after(String time) {
        period = time;
        return this;
    }

    TypedRule since(String what) {
        since = what;
        return this;
    }

    TypedRule then(String what) {
        fate = what;
        return this;
    }

    TypedRule age(String column, String form) {
        ageColumn = column;
        ageForm = form;
        return this;
    }

    TypedRule only(String which) {
        conditions = which;
        return this;
    }

    TypedRule replacing(String what) {
        replacements = what;
        return this;
    }

    TypedRule controller(String column) {
        controllerColumn = column;
        return this;
    }

    TypedRule subject(String column) {
        subjectColumn = column;
        return this;
    }

    TypedRule guard(String percent) {
        guard = percent;
        return this;
    }

    RuleDetails read() {
        return new RuleEntry(
                        store,
                        "Chats",
                        "",
                        "okomo-dpa 4-3",
                        period,
                        since,
                        fate,
                        table,
                        ageColumn,
                        ageForm,
                        conditions,
                        replacements,
                        controllerColumn,
                        subjectColumn,
                        guard)
                .read();
    }
}
