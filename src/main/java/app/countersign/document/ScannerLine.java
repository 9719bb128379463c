package app.countersign.document;

import app.countersign.kernel.HangUp;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A line to clamd, to which one file is shown in pieces (its command INSTREAM). Whatever goes wrong on it is remembered
 * and said at the end, as the verdict that the file could not be looked at.
 */
final class ScannerLine implements Closeable {

    /** What a scanner says of a file; of anything but {@link #CLEAN} the file is not kept. */
    enum Kind {
        CLEAN,
        FOUND,
        TOO_LARGE,
        UNAVAILABLE
    }

    /** @param name of what was found */
    record Verdict(Kind kind, String name) {

        static Verdict of(Kind kind) {
            return new Verdict(kind, "");
        }
    }

    /** The default of {@code clamd --port}. */
    private static final int PORT = 3310;

    private static final Logger LOG = Logger.getLogger(ScannerLine.class.getName());
    private static final int LONGEST_ANSWER = 4096;
    private static final int LONGEST_NAME = 100;

    /** A file of gigabytes takes its time. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** For the verdict, once all was shown. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private SocketChannel channel;
    private boolean broken;

    private ScannerLine() {}

    /** @param where {@code tcp://host:port} or {@code unix:/path} */
    static ScannerLine to(URI where) {
        ScannerLine line = new ScannerLine();
        try {
            SocketAddress address = where.getScheme().equals("unix")
                    ? UnixDomainSocketAddress.of(where.getPath())
                    : new InetSocketAddress(where.getHost(), where.getPort() < 0 ? PORT : where.getPort());
            line.channel = SocketChannel.open(address);
            HangUp.after(LONGEST, line.channel);
            line.write(ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException | RuntimeException e) {
            line.broke(e);
        }
        return line;
    }

    private void broke(Exception e) {
        broken = true;
        LOG.log(Level.WARNING, "the virus scanner does not answer: {0}", e.toString());
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void show(byte[] bytes, int offset, int length) {
        if (!broken && channel.isOpen()) {
            try {
                write(size(length));
                write(ByteBuffer.wrap(bytes, offset, length));
            } catch (IOException e) {
                // It may have said why before it hung up: a file that is larger than it takes.
                broken = true;
            }
        }
    }

    private static ByteBuffer size(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).flip();
    }

    /** All was shown. */
    Verdict verdict() {
        if (channel == null) {
            return Verdict.of(Kind.UNAVAILABLE);
        }
        HangUp.after(LONGEST_SILENCE, channel);
        try {
            if (!broken) {
                write(size(0));
            }
            return read(answer());
        } catch (IOException e) {
            broke(e);
            return Verdict.of(Kind.UNAVAILABLE);
        } finally {
            close();
        }
    }

    private String answer() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteBuffer some = ByteBuffer.allocate(LONGEST_ANSWER);
        while (said.size() < LONGEST_ANSWER && channel.read(some) >= 0) {
            said.write(some.array(), 0, some.position());
            some.clear();
            if (said.toString(StandardCharsets.UTF_8).indexOf(0) >= 0) {
                break;
            }
        }
        return said.toString(StandardCharsets.UTF_8).replaceAll("\0.*", "").strip();
    }

    /** {@code stream: OK}, {@code stream: Eicar-Signature FOUND}, {@code INSTREAM size limit exceeded. ERROR} */
    private Verdict read(String answer) {
        if (answer.equals("stream: OK") && !broken) {
            return Verdict.of(Kind.CLEAN);
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            String name = answer.substring("stream: ".length(), answer.length() - " FOUND".length());
            return new Verdict(Kind.FOUND, name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        }
        if (answer.toLowerCase(Locale.ROOT).contains("size limit")) {
            return Verdict.of(Kind.TOO_LARGE);
        }
        LOG.log(Level.WARNING, "the virus scanner could not look at a file: {0}", answer.replaceAll("\\p{Cntrl}", " "));
        return Verdict.of(Kind.UNAVAILABLE);
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "a line to the virus scanner could not be closed", e);
        }
    }
}
