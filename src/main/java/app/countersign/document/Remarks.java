package app.countersign.document;

import app.countersign.kernel.Reason;
import java.util.ArrayList;
import java.util.List;

/** Collects what is to be said of a difference. */
final class Remarks {

    private final List<Reason> reasons = new ArrayList<>();

    void add(String key, Object... args) {
        reasons.add(Reason.of(key, args));
    }

    void addIf(boolean so, String key, Object... args) {
        if (so) {
            add(key, args);
        }
    }

    void pages(int before, int after) {
        addIf(before != after, "document.difference.pages", before, after);
    }

    void change(Comparison.Change change) {
        if (change.before().isEmpty()) {
            add("document.difference.added", change.page(), change.after());
        } else if (change.after().isEmpty()) {
            add("document.difference.removed", change.page(), change.before());
        } else {
            add("document.difference.replaced", change.page(), change.before(), change.after());
        }
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    List<Reason> list() {
        return List.copyOf(reasons);
    }
}
