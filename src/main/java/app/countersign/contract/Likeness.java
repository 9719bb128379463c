package app.countersign.contract;

import app.countersign.document.Comparison;
import app.countersign.document.Limits;
import app.countersign.kernel.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far a file is like a document of ours. Somebody who knows no more of a contract than its id could make a file that
 * claims to be it, and have us say how it really reads. So a file counts as a copy only when most pages read alike, and
 * names are told only when the file contains the document as it was.
 */
record Likeness(Original original, Comparison comparison) {

    private static final String UNTOLD = "[…]";

    /** Reasons whose second argument is what our document says. */
    private static final List<String> QUOTING = List.of("document.difference.replaced", "document.difference.removed");

    static Likeness of(Original original, byte[] bytes, byte[] file, Limits limits) {
        return new Likeness(original, Comparison.of(bytes, file, limits));
    }

    /** Whether all the bytes of the document are in the file, which goes on after them. */
    boolean contained() {
        return comparison.continues();
    }

    boolean isCopy() {
        return contained() || comparison.readable() && otherPages() * 2 <= comparison.pagesBefore();
    }

    /** The smaller, the more alike. */
    int distance() {
        return comparison.changes().size()
                + comparison.redrawn().size()
                + comparison.annotations().size()
                + comparison.attachments().size();
    }

    /** Pages of the document whose words are not in the file as they were. */
    private long otherPages() {
        return comparison.changes().stream()
                .filter(change -> !change.before().isEmpty())
                .map(Comparison.Change::page)
                .distinct()
                .count();
    }

    List<Comparison.Change> changes() {
        return comparison.changes().stream()
                .map(change -> new Comparison.Change(change.page(), told(change.before()), change.after()))
                .toList();
    }

    List<Reason> reasons() {
        return comparison.reasons().stream().map(this::told).toList();
    }

    private Reason told(Reason reason) {
        if (!QUOTING.contains(reason.key())) {
            return reason;
        }
        Object[] args = reason.args().toArray();
        args[1] = told((String) args[1]);
        return Reason.of(reason.key(), args);
    }

    private String told(String before) {
        if (contained()) {
            return before;
        }
        return Arrays.stream(before.split(" "))
                .map(word -> original.names(word) ? UNTOLD : word)
                .collect(Collectors.joining(" "))
                .replaceAll("(\\Q" + UNTOLD + "\\E ?){2,}", "$1");
    }
}
