package app.countersign.measure;

import app.countersign.kernel.Refused;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fetches what stands at an address, once and within the bounds of probes: over TLS, out of the house unless the settings
 * name the network, and nowhere else than where it was sent.
 *
 * @param largest so many bytes at most
 */
record Fetching(WebLine line, int largest, Clock clock) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SHOWN = 200;
    private static final int LONGEST_SIZE = 64;
    private static final int HEXADECIMAL = 16;
    private static final String WELL = "200";

    /** @throws Refused if nothing could be fetched, saying why */
    Snapshot from(String url) {
        if (!url.startsWith("https://")) {
            throw Refused.because("measure.complaint.snapshot-url");
        }
        ProbeTarget target = ProbeTarget.read(url);
        return line.secured(target, socket -> {
            List<String> head = WebLine.ask(target, socket);
            requireWell(head);
            byte[] bytes = body(head, socket.getInputStream());
            if (bytes.length == 0) {
                throw Refused.because("measure.snapshot.empty");
            }
            return new Snapshot(bytes, name(target, head), clock.instant());
        });
    }

    private static void requireWell(List<String> head) {
        String[] status = (head.isEmpty() ? "" : head.get(0)).split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/1.")) {
            throw Refused.because("measure.probe.no-answer");
        }
        if (status[1].startsWith("3")) {
            throw Refused.because(
                    "measure.snapshot.elsewhere", shown(value(head, "location").orElse("")));
        }
        if (!status[1].equals(WELL)) {
            throw Refused.because("measure.snapshot.status", shown(status[1]));
        }
    }

    private static Optional<String> value(List<String> head, String name) {
        return head.stream()
                .skip(1)
                .filter(one -> one.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(one -> one.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static String shown(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.substring(0, Math.min(plain.length(), LONGEST_SHOWN));
    }

    private byte[] body(List<String> head, InputStream in) throws IOException {
        if (value(head, "transfer-encoding")
                .filter(how -> how.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent()) {
            return chunks(in);
        }
        byte[] bytes = in.readNBytes(largest + 1);
        requireSize(bytes.length);
        Optional<String> promised = value(head, "content-length");
        if (promised.isPresent() && !promised.get().equals(String.valueOf(bytes.length))) {
            throw new EOFException("it was cut off");
        }
        return bytes;
    }

    private void requireSize(long bytes) {
        if (bytes > largest) {
            throw Refused.because("measure.snapshot.large", largest / 1024 / 1024);
        }
    }

    /** RFC 9112, 7.1. */
    private byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            requireSize((long) all.size() + size);
            byte[] chunk = in.readNBytes(size);
            if (chunk.length < size || in.readNBytes(2).length < 2) {
                throw new EOFException("it was cut off");
            }
            all.write(chunk);
        }
        return all.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n' && said.size() < LONGEST_SIZE; c = in.read()) {
            said.write(c);
        }
        try {
            int size = Integer.parseInt(
                    said.toString(StandardCharsets.US_ASCII).split(";")[0].strip(), HEXADECIMAL);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw new IOException("no size of a chunk", e);
        }
        throw new IOException("a chunk of less than nothing");
    }

    private static String name(ProbeTarget target, List<String> head) {
        String path = target.path().replaceAll("\\?.*", "").replaceAll("^/|/$", "");
        String plain = (target.host() + (path.isEmpty() ? "" : "_" + path)).replaceAll("[^A-Za-z0-9.-]+", "_");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        boolean page = value(head, "content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
        return page && !cut.matches(".*\\.html?") ? cut + ".html" : cut;
    }
}
