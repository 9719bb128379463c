package app.countersign.breach;

import app.countersign.kernel.Reason;

/**
 * One of the things that a report to an authority must say.
 *
 * @param citation what asks for it: {@code gdpr 33(3)(a)}, {@code dsv 15(1)(b)}
 * @param field a name for programs: {@code person-categories}
 * @param text what is known, in the report's language; empty if nothing is
 */
public record ReportItem(String citation, String field, String text) {

    public boolean isMissing() {
        return text.isBlank();
    }

    public Reason label() {
        return Reason.of("breach.item." + field);
    }
}
