package app.countersign.measure;

import app.countersign.kernel.Refused;
import app.countersign.terms.Span;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a probe should find, as people write it, read by the probe's kind. */
sealed interface Expectation {

    /** The protocols that a TLS endpoint may be expected to speak, the oldest first. */
    List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");

    /** {@code TLSv1.2 P14D}: at least that protocol, and a certificate that holds at least so long. */
    record Tls(String protocol, Span remaining) implements Expectation {}

    /** {@code strict-transport-security: max-age=}: that header, with that text somewhere in its value. */
    record Header(String name, String text) implements Expectation {}

    /** {@code PT4H30M}: the newest file is younger than that. */
    record Age(Span most) implements Expectation {}

    /** {@code TXT: v=spf1}: a record of that type, with that text somewhere in it. */
    record Record(String type, String text) implements Expectation {}

    /** {@code 0}: one row with that and nothing else. */
    record Answer(String text) implements Expectation {}

    /** Types of records that may be asked for. */
    Set<String> RECORDS = Set.of("A", "AAAA", "CNAME", "MX", "NS", "SOA", "SRV", "TXT");

    /** @throws Refused if it can't be read */
    static Expectation of(ProbeKind kind, String text) {
        String written = text.strip();
        return switch (kind) {
            case TLS -> tls(written.split("\\s+"));
            case HEADER -> header(written);
            case FILE_AGE -> new Age(span(written, "measure.complaint.expected-age"));
            case DNS -> record(written);
            case SQL -> new Answer(written);
        };
    }

    private static Tls tls(String[] parts) {
        if (parts.length != 2 || !PROTOCOLS.contains(parts[0])) {
            throw Refused.because("measure.complaint.expected-tls");
        }
        return new Tls(parts[0], span(parts[1], "measure.complaint.expected-tls"));
    }

    private static Header header(String written) {
        String[] parts = written.split(":", 2);
        if (!parts[0].strip().matches("[A-Za-z0-9-]{1,100}")) {
            throw Refused.because("measure.complaint.expected-header");
        }
        return new Header(parts[0].strip().toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1].strip() : "");
    }

    private static Record record(String written) {
        String[] parts = written.split(":", 2);
        String type = parts[0].strip().toUpperCase(Locale.ROOT);
        if (parts.length < 2 || parts[1].isBlank() || !RECORDS.contains(type)) {
            throw Refused.because("measure.complaint.expected-record");
        }
        return new Record(type, parts[1].strip());
    }

    private static Span span(String text, String complaint) {
        try {
            Span span = Span.of(text);
            if (!span.immediate() && !span.isEndless()) {
                return span;
            }
        } catch (DateTimeException e) {
            throw Refused.because(complaint);
        }
        throw Refused.because(complaint);
    }

    /**
     * @param permitted folder below which probes may look
     * @throws Refused if it does not lie there
     */
    static Path folder(String text, Optional<Path> permitted) {
        try {
            Path folder = Path.of(text.strip()).normalize();
            if (folder.isAbsolute() && permitted.filter(folder::startsWith).isPresent()) {
                return folder;
            }
        } catch (InvalidPathException e) {
            throw Refused.because("measure.complaint.folder");
        }
        throw Refused.because("measure.complaint.folder");
    }
}
