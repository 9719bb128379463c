package app.countersign.document;

import app.countersign.kernel.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.util.Version;

/**
 * How a verdict came about, complete enough to be understood without this application and years later.
 *
 * @param method name and version of the rules, {@value #METHOD}; a new version whenever a verdict could differ
 * @param reader the program that read the file, with its version
 * @param judgedAt when
 * @param issued SHA-256 of the form that it was compared with
 * @param returned SHA-256 of the file that was judged
 * @param size of that file, in bytes
 * @param checks what was looked at, in that order; what is missing was not needed any more
 */
public record Protocol(
        String method, String reader, Instant judgedAt, String issued, String returned, long size, List<Check> checks) {

    /** See {@link Protocol#method()}. */
    public static final String METHOD = "countersign-return-check/1";

    public Protocol {
        checks = List.copyOf(checks);
    }

    /**
     * One thing that was looked at.
     *
     * @param name {@code structure}, {@code words} …
     * @param question what was asked, in English
     * @param outcome {@code same}, {@code differs}, {@code doubtful} or {@code unreadable}
     * @param findings what was found, in English
     * @param millis how long it took
     */
    public record Check(String name, String question, String outcome, List<String> findings, double millis) {

        public Check {
            findings = List.copyOf(findings);
        }
    }

    /** A protocol being written. */
    static final class Writing {

        private final Instant judgedAt;
        private final String issued;
        private final String returned;
        private final long size;
        private final List<Check> checks = new ArrayList<>();
        private long since = System.nanoTime();

        Writing(Instant judgedAt, String issued, String returned, long size) {
            this.judgedAt = judgedAt;
            this.issued = issued;
            this.returned = returned;
            this.size = size;
        }

        void check(String name, String question, List<Difference> found) {
            List<Reason> reasons = found.stream().map(Difference::reason).toList();
            boolean weighty = found.stream().anyMatch(Difference::weighty);
            check(name, question, found.isEmpty() ? "same" : weighty ? "differs" : "doubtful", reasons);
        }

        void check(String name, String question, String outcome, List<Reason> reasons) {
            long now = System.nanoTime();
            double millis = Math.round((now - since) / 10_000.0) / 100.0;
            since = now;
            List<String> findings =
                    reasons.stream().map(reason -> reason.in(Locale.ENGLISH)).toList();
            checks.add(new Check(name, question, outcome, findings, millis));
        }

        Protocol finished() {
            return new Protocol(
                    METHOD, "Apache PDFBox " + Version.getVersion(), judgedAt, issued, returned, size, checks);
        }
    }
}
