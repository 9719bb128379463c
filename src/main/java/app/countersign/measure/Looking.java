package app.countersign.measure;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Network;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;

/**
 * Looks once, within bounds: a target that hangs, sends elsewhere or answers gigabytes costs seconds and kilobytes.
 *
 * @param networks inner networks that may be looked at
 * @param folder below which the age of files may be looked at
 * @param longest after which a look ends whatever is being said
 * @param sockets makes TLS of a connection
 * @param names whom to ask for records
 * @param databases that may be asked
 */
record Looking(
        List<Network> networks,
        Optional<Path> folder,
        Duration longest,
        Clock clock,
        SSLSocketFactory sockets,
        Names names,
        Databases databases) {

    private static final int LONGEST_VALUE = 300;
    private static final int MOST_FILES = 100_000;

    Finding at(ProbeKind kind, String target, String expected) {
        try {
            Expectation expectation = Expectation.of(kind, expected);
            if (expectation instanceof Expectation.Age age) {
                return newest(Expectation.folder(target, folder), age);
            }
            if (expectation instanceof Expectation.Record wanted) {
                return named(target, wanted);
            }
            if (expectation instanceof Expectation.Answer answer) {
                return answered(target, answer);
            }
            ProbeTarget endpoint = ProbeTarget.read(target);
            return expectation instanceof Expectation.Tls tls
                    ? tls(endpoint, tls)
                    : header(endpoint, (Expectation.Header) expectation);
        } catch (Refused e) {
            return Finding.bad(e.reason());
        }
    }

    private Finding secured(ProbeTarget target, WebLine.Step<Finding> step) {
        return new WebLine(networks, longest, sockets).secured(target, step);
    }

    private Finding tls(ProbeTarget target, Expectation.Tls expected) {
        return secured(target, socket -> {
            SSLSession session = socket.getSession();
            X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
            Instant end = certificate.getNotAfter().toInstant();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("protocol", session.getProtocol());
            values.put("cipher", session.getCipherSuite());
            values.put("certificate-end", end.toString());
            if (Expectation.PROTOCOLS.indexOf(session.getProtocol())
                    < Expectation.PROTOCOLS.indexOf(expected.protocol())) {
                return Finding.bad(values, "measure.probe.protocol", session.getProtocol(), expected.protocol());
            }
            Instant enough = expected.remaining().after(clock.instant().atZone(ZoneOffset.UTC));
            return end.isBefore(enough)
                    ? Finding.bad(values, "measure.probe.certificate", end.toString())
                    : Finding.good(values);
        });
    }

    private Finding header(ProbeTarget target, Expectation.Header expected) {
        return secured(target, socket -> {
            List<String> head = WebLine.ask(target, socket);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("status", head.isEmpty() ? "" : shortened(head.get(0)));
            values.put("header", expected.name());
            Optional<String> value = head.stream()
                    .skip(1)
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(expected.name() + ":"))
                    .map(line -> line.substring(expected.name().length() + 1).strip())
                    .findFirst();
            value.ifPresent(found -> values.put("value", shortened(found)));
            if (value.isEmpty()) {
                return Finding.bad(values, "measure.probe.no-header", expected.name());
            }
            return value.get().contains(expected.text())
                    ? Finding.good(values)
                    : Finding.bad(values, "measure.probe.other-header", expected.name(), shortened(value.get()));
        });
    }

    /** What can be seen and fits into a row. */
    private static String shortened(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.substring(0, Math.min(plain.length(), LONGEST_VALUE));
    }

    /** What is found is shown only as far as it was expected: a name may lead to what is nobody's business. */
    private Finding named(String name, Expectation.Record wanted) {
        List<String> found = names.records(name, wanted.type());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("record", wanted.type());
        values.put("count", found.size());
        Optional<String> fitting = found.stream()
                .filter(one ->
                        one.toLowerCase(Locale.ROOT).contains(wanted.text().toLowerCase(Locale.ROOT)))
                .findFirst();
        fitting.ifPresent(one -> values.put("value", shortened(one)));
        if (found.isEmpty()) {
            return Finding.bad(values, "measure.probe.no-record", wanted.type(), name);
        }
        return fitting.isPresent()
                ? Finding.good(values)
                : Finding.bad(values, "measure.probe.other-record", wanted.type(), name, wanted.text());
    }

    private Finding answered(String target, Expectation.Answer expected) {
        Databases.Question question = Databases.Question.read(target);
        Database.Answer answer = databases.require(question.name()).ask(question.text(), expected.text());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("database", question.name());
        if (answer == Database.Answer.EXPECTED) {
            values.put("value", shortened(expected.text()));
            return Finding.good(values);
        }
        return Finding.bad(values, "measure.probe.answer-" + KebabCase.of(answer), shortened(expected.text()));
    }

    private Finding newest(Path folder, Expectation.Age expected) {
        Optional<Path> newest;
        try (Stream<Path> files = Files.list(folder)) {
            newest = files.limit(MOST_FILES)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .max((one, other) -> modified(one).compareTo(modified(other)));
        } catch (IOException | UncheckedIOException e) {
            return Finding.bad(Reason.of("measure.probe.no-folder"));
        }
        if (newest.isEmpty()) {
            return Finding.bad(Reason.of("measure.probe.no-file"));
        }
        Instant at = modified(newest.get());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", shortened(newest.get().getFileName().toString()));
        values.put("at", at.toString());
        return expected.most().after(at.atZone(ZoneOffset.UTC)).isBefore(clock.instant())
                ? Finding.bad(values, "measure.probe.old", at.toString())
                : Finding.good(values);
    }

    /** One that goes away meanwhile is the oldest. */
    private static Instant modified(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .lastModifiedTime()
                    .toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
