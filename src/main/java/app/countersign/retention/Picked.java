package app.countersign.retention;

import java.util.function.Function;

/**
 * The rows of a batch, and those that refer to their key: picked by the same values, without a look at the rows themselves.
 *
 * @param key the only column of the key; empty where it has several, and only the rows themselves can be picked
 * @param by the condition for a column that has the values of the key
 */
record Picked(Fragment rows, String key, Function<String, Fragment> by) {

    /** @param by the condition for a column, quoted as the database wants it */
    static Picked byKey(Fragment rows, String key, Function<String, Fragment> by) {
        return new Picked(rows, key, by);
    }

    static Picked only(Fragment rows) {
        return new Picked(rows, "", column -> rows);
    }

    boolean reaches(ForeignKey first) {
        return !key.isEmpty()
                && first.parentColumns().size() == 1
                && first.parentColumns().get(0).equals(key);
    }
}
