package app.countersign.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Network;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands at an address is fetched within bounds, or it is said why not. */
class FetchingTest {

    private static final Network LOOPBACK = Network.of("127.0.0.0/8").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final int LARGEST = 2 * 1024 * 1024;

    private SecuredServer server;

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private static Fetching fetching(Network... permitted) {
        WebLine line = new WebLine(
                List.of(permitted),
                Duration.ofSeconds(30),
                SecuredServer.context().getSocketFactory());
        return new Fetching(line, LARGEST, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Snapshot fetched(String answer, String path) {
        server = SecuredServer.saying(answer);
        return fetching(LOOPBACK).from("https://" + server.authority() + path);
    }

    private Reason refused(String answer) {
        Reason[] why = new Reason[1];
        assertThatThrownBy(() -> fetched(answer, "/")).isInstanceOfSatisfying(Refused.class, e -> why[0] = e.reason());
        return why[0];
    }

    @Test
    void whatStandsThereIsKeptByteForByteWithTheInstant() {
        Snapshot seen = fetched(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 5\r\n\r\n<p>a\n",
                "/trust/../report?id=7");

        assertThat(seen.bytes()).isEqualTo("<p>a\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(seen.at()).isEqualTo(NOW);
        assertThat(seen.name()).isEqualTo("127.0.0.1_trust_.._report.html");
    }

    @Test
    void whatComesInChunksOrUntilTheEndIsPutTogether() throws IOException {
        assertThat(fetched(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n",
                                "/a.pdf")
                        .bytes())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("abc0123456789");
        server.close();
        assertThat(fetched("HTTP/1.1 200 OK\r\n\r\nuntil it hangs up", "").bytes())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("until it hangs up");
    }

    @Test
    void nobodyIsFollowedElsewhere() {
        Reason why = refused("HTTP/1.1 302 Found\r\nLocation: https://10.0.0.1/inner\r\n\r\n");

        assertThat(why.key()).isEqualTo("measure.snapshot.elsewhere");
        assertThat(why.in(Locale.ENGLISH)).contains("https://10.0.0.1/inner");
    }

    @Test
    void whatIsNoPageIsNotKept() {
        assertThat(refused("HTTP/1.1 403 Forbidden\r\n\r\nsign in").key()).isEqualTo("measure.snapshot.status");
        assertThat(refused("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").key())
                .isEqualTo("measure.snapshot.empty");
        assertThat(refused("SSH-2.0-server\r\n\r\n").key()).isEqualTo("measure.probe.no-answer");
    }

    @Test
    void whatIsCutOffIsNotKept() {
        assertThat(refused("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf").key())
                .isEqualTo("measure.probe.no-answer");
        assertThat(refused("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nhalf")
                        .key())
                .isEqualTo("measure.probe.no-answer");
        assertThat(refused("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhalf")
                        .key())
                .isEqualTo("measure.probe.no-answer");
    }

    @Test
    void ofGigabytesOnlyAsMuchIsReadAsIsPermitted() {
        long[] sent = new long[1];
        server = SecuredServer.answering(out -> {
            byte[] some = new byte[64 * 1024];
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (; sent[0] < 1L << 33; sent[0] += some.length) {
                out.write(some);
            }
        });
        assertThatThrownBy(() -> fetching(LOOPBACK).from("https://" + server.authority()))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason().key()).isEqualTo("measure.snapshot.large"));
        assertThat(sent[0]).isLessThan(1L << 30);
    }

    @Test
    void theInnerNetworkIsAskedOnlyWherePermittedAndOnlyOverTls() {
        server = SecuredServer.saying("HTTP/1.1 200 OK\r\n\r\nsecret");
        assertThatThrownBy(() -> fetching().from("https://" + server.authority()))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason().key()).isEqualTo("measure.probe.inner"));
        assertThatThrownBy(() -> fetching(LOOPBACK).from("http://" + server.authority()))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason().key()).isEqualTo("measure.complaint.snapshot-url"));
    }
}
