package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a {@link Clamd} of our own. */
class VirusCheckTest {

    private Clamd scanner;

    @AfterEach
    void stop() throws IOException {
        if (scanner != null) {
            scanner.close();
        }
    }

    private VirusCheck overTcp() throws IOException {
        scanner = Clamd.overTcp();
        return scanner.check();
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
        CompletableFuture<byte[]> shown = scanner.says("stream: OK\0");
        byte[] file = bytes(1_000_000);

        try (InputStream content = check.check("file", of(file))) {
            assertThat(content.readAllBytes()).isEqualTo(file);
        }
        assertThat(shown.join()).isEqualTo(file);
    }

    @Test
    void itTalksOverAFileOfTheSystemToo(@TempDir Path folder) throws IOException {
        scanner = Clamd.at(folder.resolve("clamd.ctl"));
        CompletableFuture<byte[]> shown = scanner.says("stream: OK\0");

        try (InputStream content = scanner.check().check("file", of(bytes(9)))) {
            assertThat(content.readAllBytes()).hasSize(9);
        }
        assertThat(shown.join()).hasSize(9);
    }

    @Test
    void whatIsFoundIsNamedAndTheFileHasNoEnd() throws IOException {
        VirusCheck check = overTcp();
        scanner.says("stream: Eicar-Test-Signature FOUND\0");

        Reason why = refused(check, bytes(100));

        assertThat(why.key()).isEqualTo("document.virus.found");
        assertThat(why.in(java.util.Locale.GERMAN)).contains("«Eicar-Test-Signature»", "nicht aufbewahrt");
    }

    @Test
    void withoutAVerdictNothingPasses() throws IOException {
        VirusCheck check = overTcp();
        scanner.says("");
        assertThat(refused(check, bytes(100)).key()).isEqualTo("document.virus.unavailable");
        scanner.says("stream: Can't allocate memory ERROR\0");
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
        scanner.says("INSTREAM size limit exceeded. ERROR\0", 100);
        assertThat(refused(check, bytes(30_000_000)).key())
                .isIn("document.virus.too-large", "document.virus.unavailable");
        scanner.says("stream: OK\0", 100);
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
