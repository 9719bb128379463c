package app.countersign.it;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A virus scanner of our own, on this machine: speaks as clamd does over INSTREAM, and finds nothing but the text that is
 * made for trying scanners (EICAR). Everything that is uploaded in integration tests passes it.
 */
public final class EicarScanner {

    /** In two pieces, so that no scanner finds it here. */
    public static final String TEXT = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private static final Logger LOG = Logger.getLogger(EicarScanner.class.getName());
    private static final String COMMAND = "zINSTREAM\0";

    private final ServerSocket socket;
    private final AtomicLong seen = new AtomicLong();

    private EicarScanner(ServerSocket socket) {
        this.socket = socket;
    }

    public static EicarScanner start() {
        try {
            EicarScanner scanner = new EicarScanner(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            daemon(scanner::serve);
            return scanner;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the setting {@code virus.url} has it. */
    public String url() {
        return "tcp://127.0.0.1:" + socket.getLocalPort();
    }

    /** How many files were shown to it so far. */
    public long seen() {
        return seen.get();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "eicar-scanner");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (true) {
            try {
                Socket line = socket.accept();
                daemon(() -> answer(line));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "no scanner any more: {0}", e.toString());
                return;
            }
        }
    }

    private void answer(Socket line) {
        try (line;
                DataInputStream in = new DataInputStream(line.getInputStream())) {
            in.readNBytes(COMMAND.length());
            boolean found = false;
            String tail = "";
            for (int size = in.readInt(); size > 0; size = in.readInt()) {
                String piece = tail + new String(in.readNBytes(size), StandardCharsets.ISO_8859_1);
                found |= piece.contains(TEXT);
                tail = piece.substring(Math.max(0, piece.length() - TEXT.length() + 1));
            }
            seen.incrementAndGet();
            String verdict = found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
            line.getOutputStream().write(verdict.getBytes(StandardCharsets.US_ASCII));
        } catch (EOFException e) {
            // Whoever was sending broke off, as a test of cut-off uploads does.
            LOG.log(Level.FINE, "broken off", e);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a file was not looked at: {0}", e.toString());
        }
    }
}
