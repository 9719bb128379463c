package app.countersign.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final String BODY = "{\"what\":\"Zürich\"}";

    private ServerSocket receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stopListening() throws IOException {
        receiver.close();
    }

    private Optional<Reason> call(String scheme, Duration longest) {
        Target target = Target.read(scheme + "://127.0.0.1:" + receiver.getLocalPort() + "/hook?a=b");
        return new Line(longest).post(target, receiver.getInetAddress(), Map.of("webhook-id", "7"), BODY);
    }

    private CompletableFuture<String> answering(String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket caller = receiver.accept()) {
                String request = request(caller.getInputStream());
                caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return request;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("}")) {
            text.append(new String(in.readNBytes(1), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    @Test
    void postsTheBodyAndIsContentWithAny2xx() {
        CompletableFuture<String> heard = answering("HTTP/1.1 204 No Content\r\n\r\n");

        assertThat(call("http", Duration.ofMinutes(1))).isEmpty();
        assertThat(heard.join())
                .startsWith("POST /hook?a=b HTTP/1.1\r\nHost: 127.0.0.1:" + receiver.getLocalPort() + "\r\n")
                .contains("\r\nwebhook-id: 7\r\n", "\r\nContent-Type: application/json\r\n")
                .contains("\r\nContent-Length: " + BODY.getBytes(StandardCharsets.UTF_8).length + "\r\n");
    }

    @Test
    void isFollowedNowhereElse() {
        answering("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n");

        assertThat(call("http", Duration.ofMinutes(1))).contains(Reason.of("webhook.problem.status", "302"));
    }

    @Test
    void readsNoMoreThanTheFirstLine() {
        answering("HTTP/1.1 500 " + "x".repeat(100_000));

        assertThat(call("http", Duration.ofMinutes(1))).contains(Reason.of("webhook.problem.status", "500"));
    }

    @Test
    void whatSpeaksAnotherLanguageDidNotAnswer() {
        answering("220 mail.example ESMTP\r\n");

        assertThat(call("http", Duration.ofMinutes(1))).contains(Reason.of("webhook.problem.no-answer"));
    }

    @Test
    void whoNeverComesToAnEndIsHungUpOn() {
        CompletableFuture<Void> dripping = CompletableFuture.runAsync(() -> {
            try (Socket caller = receiver.accept()) {
                while (caller.getInputStream().read() >= 0) {
                    caller.getOutputStream().write('H');
                }
            } catch (IOException e) {
                // Hung up on, as it should be.
                return;
            }
        });

        assertThat(call("http", Duration.ofMillis(300))).isPresent();
        dripping.join();
    }

    @Test
    void whereNobodyListensNobodyAnswers() throws IOException {
        receiver.close();

        assertThat(call("http", Duration.ofMinutes(1))).contains(Reason.of("webhook.problem.no-answer"));
    }

    @Test
    void withoutAValidCertificateNothingIsSaid() {
        CompletableFuture<Void> plain = CompletableFuture.runAsync(() -> {
            try (Socket caller = receiver.accept()) {
                caller.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        assertThat(call("https", Duration.ofMinutes(1))).contains(Reason.of("webhook.problem.tls"));
        plain.join();
    }
}
