package app.countersign.document;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import java.util.Map;

/** The virus scanner does not answer: nothing is known of the file, which may be brought again later. */
public class ScannerSilent extends Invalid {

    private static final long serialVersionUID = 1L;

    /** @param field that the file came in */
    public ScannerSilent(String field) {
        super(Map.of(field, Reason.of("document.virus.unavailable")));
    }
}
