package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a clamd of our own, which speaks as the real one does. */
class VirusCheckTest {

    private ServerSocketChannel listening;

    @AfterEach
    void stop() throws IOException {
        if (listening != null) {
            listening.close();
        }
    }

    /** Takes one file, of which it reads that many bytes at most, and answers. @return what it was shown */
    private CompletableFuture<byte[]> clamd(String answer, long most) {
        ServerSocketChannel server = listening;
        return CompletableFuture.supplyAsync(() -> {
            try (SocketChannel line = server.accept()) {
                DataInputStream in = new DataInputStream(Channels.newInputStream(line));
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream shown = new ByteArrayOutputStream();
                for (int size = in.readInt(); size > 0 && shown.size() < most; size = in.readInt()) {
                    shown.write(in.readNBytes(size));
                }
                line.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
                return shown.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private VirusCheck overTcp() throws IOException {
        listening = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return at("tcp://127.0.0.1:" + ((InetSocketAddress) listening.getLocalAddress()).getPort());
    }

    private static VirusCheck at(String url) {
        return new VirusCheck(Optional.of(URI.create(url)));
    }

    private static InputStream of(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static byte[] bytes(int many) {
        byte[] bytes = new byte[many];
        new Random(many).nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatIsCleanPassesByteForByteAndAllOfItWasSeen() throws IOException {
        VirusCheck check = overTcp();
        CompletableFuture<byte[]> shown = clamd("stream: OK\0", Long.MAX_VALUE);
        byte[] file = bytes(1_000_000);

        try (InputStream content = check.check("file", of(file))) {
            assertThat(content.readAllBytes()).isEqualTo(file);
        }
        assertThat(shown.join()).isEqualTo(file);
    }

    @Test
    void itTalksOverAFileOfTheSystemToo(@TempDir Path folder) throws IOException {
        Path socket = folder.resolve("clamd.ctl");
        listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        CompletableFuture<byte[]> shown = clamd("stream: OK\0", Long.MAX_VALUE);

        try (InputStream content = at("unix:" + socket).check("file", of(bytes(9)))) {
            assertThat(content.readAllBytes()).hasSize(9);
        }
        assertThat(shown.join()).hasSize(9);
    }

    @Test
    void whatIsFoundIsNamedAndTheFileHasNoEnd() throws IOException {
        VirusCheck check = overTcp();
        clamd("stream: Eicar-Test-Signature FOUND\0", Long.MAX_VALUE);

        Reason why = refused(check, bytes(100));

        assertThat(why.key()).isEqualTo("document.virus.found");
        assertThat(why.in(java.util.Locale.GERMAN)).contains("«Eicar-Test-Signature»", "nicht aufbewahrt");
    }

    @Test
    void withoutAVerdictNothingPasses() throws IOException {
        VirusCheck check = overTcp();
        clamd("", Long.MAX_VALUE);
        assertThat(refused(check, bytes(100)).key()).isEqualTo("document.virus.unavailable");
        clamd("stream: Can't allocate memory ERROR\0", Long.MAX_VALUE);
        assertThat(refused(check, bytes(100)).key()).isEqualTo("document.virus.unavailable");

        int free;
        try (ServerSocket nobody = new ServerSocket(0)) {
            free = nobody.getLocalPort();
        }
        assertThat(refused(at("tcp://127.0.0.1:" + free), bytes(100)).key()).isEqualTo("document.virus.unavailable");
        assertThat(refused(at("unix:/nowhere/clamd.ctl"), bytes(100)).key()).isEqualTo("document.virus.unavailable");
    }

    /** It hangs up in the middle, having looked at a part: that it was clean so far is no verdict. */
    @Test
    void whatItDidNotSeeToTheEndDoesNotPass() throws IOException {
        VirusCheck check = overTcp();
        clamd("INSTREAM size limit exceeded. ERROR\0", 100);
        assertThat(refused(check, bytes(30_000_000)).key())
                .isIn("document.virus.too-large", "document.virus.unavailable");
        clamd("stream: OK\0", 100);
        assertThat(refused(check, bytes(30_000_000)).key()).isEqualTo("document.virus.unavailable");
    }

    @Test
    void withoutAScannerEverythingPasses() {
        InputStream content = of(bytes(5));
        assertThat(new VirusCheck(Optional.empty()).check("file", content)).isSameAs(content);
    }

    private static Reason refused(VirusCheck check, byte[] file) throws IOException {
        try (InputStream content = check.check("file", of(file))) {
            Reason[] why = new Reason[1];
            assertThatThrownBy(content::readAllBytes)
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> why[0] = e.complaints().get("file"));
            return why[0];
        }
    }
}
