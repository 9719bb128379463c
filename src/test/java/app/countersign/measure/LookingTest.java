package app.countersign.measure;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Network;
import app.countersign.kernel.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against servers of our own, with a certificate that holds for 30 days. */
class LookingTest {

    private static final Network LOOPBACK = Network.of("127.0.0.0/8").orElseThrow();
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static SSLContext tls;

    private final Clock clock = Clock.systemUTC();
    private SecuredServer server;

    @BeforeAll
    static void makeCertificate() {
        tls = SecuredServer.context();
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aTlsEndpointShowsProtocolCipherAndTheCertificatesEnd() {
        serve("");
        Finding found = looking().at(ProbeKind.TLS, here(), "TLSv1.2 P14D");

        assertThat(found.problem()).isEmpty();
        assertThat(found.values()).containsEntry("protocol", "TLSv1.3").containsKeys("cipher", "certificate-end");
        assertThat(found.json()).contains("\"protocol\":\"TLSv1.3\"");
    }

    @Test
    void aCertificateThatEndsTooSoonFails() {
        serve("");
        assertThat(problem(looking().at(ProbeKind.TLS, here(), "TLSv1.2 P60D"))).isEqualTo("measure.probe.certificate");
    }

    @Test
    void aCertificateThatNobodyTrustsFails() {
        serve("");
        Looking others = looking(
                List.of(LOOPBACK), Optional.empty(), LONGEST, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
        assertThat(problem(others.at(ProbeKind.TLS, here(), "TLSv1.2 P14D"))).isEqualTo("measure.probe.tls");
    }

    @Test
    void aHeaderIsLookedForWithWhatItMustContain() {
        serve("HTTP/1.1 200 OK\r\nStrict-Transport-Security: max-age=31536000\r\n\r\n");
        String address = "https://" + here() + "/page?x=1";

        Finding found = looking().at(ProbeKind.HEADER, address, "strict-transport-security: max-age=");
        assertThat(found.problem()).isEmpty();
        assertThat(found.values())
                .containsEntry("value", "max-age=31536000")
                .containsEntry("status", "HTTP/1.1 200 OK");
        assertThat(problem(looking().at(ProbeKind.HEADER, address, "Strict-Transport-Security: preload")))
                .isEqualTo("measure.probe.other-header");
        assertThat(problem(looking().at(ProbeKind.HEADER, address, "Content-Security-Policy")))
                .isEqualTo("measure.probe.no-header");
    }

    @Test
    void ofGigabytesAFewKilobytesAreRead() {
        serve(out -> {
            byte[] line = "X-More: of the same\r\n".getBytes(StandardCharsets.US_ASCII);
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (long i = 0; i < 1L << 30; i++) {
                out.write(line);
            }
        });
        assertThat(problem(looking().at(ProbeKind.HEADER, "https://" + here(), "X-Wanted")))
                .isEqualTo("measure.probe.no-header");
    }

    @Test
    void whoeverSaysNothingIsHungUpOn() throws IOException {
        server = SecuredServer.silent();
        Looking impatient =
                looking(List.of(LOOPBACK), Optional.empty(), Duration.ofMillis(200), clock, tls.getSocketFactory());
        assertThat(problem(impatient.at(ProbeKind.TLS, here(), "TLSv1.2 P14D")))
                .isIn("measure.probe.no-answer", "measure.probe.tls", "measure.probe.slow");
    }

    @Test
    void theInnerNetworkIsLookedAtOnlyWherePermitted() {
        serve("");
        Looking outside = looking(List.of(), Optional.empty(), LONGEST, clock, tls.getSocketFactory());
        assertThat(problem(outside.at(ProbeKind.TLS, here(), "TLSv1.2 P14D"))).isEqualTo("measure.probe.inner");
        assertThat(problem(outside.at(ProbeKind.HEADER, "https://169.254.169.254/", "X")))
                .isEqualTo("measure.probe.inner");
        assertThat(problem(outside.at(ProbeKind.HEADER, "http://example.org/", "X")))
                .isEqualTo("measure.complaint.target");
    }

    @Test
    void theNewestFileMustBeYoung(@TempDir Path backups) throws IOException {
        Looking looking =
                looking(List.of(), Optional.of(backups), LONGEST, at("2026-11-28T12:00:00Z"), tls.getSocketFactory());
        assertThat(problem(looking.at(ProbeKind.FILE_AGE, backups.toString(), "PT4H")))
                .isEqualTo("measure.probe.no-file");
        touched(backups.resolve("old.backup"), "2026-11-27T09:00:00Z");
        assertThat(problem(looking.at(ProbeKind.FILE_AGE, backups.toString(), "PT4H")))
                .isEqualTo("measure.probe.old");
        touched(backups.resolve("new.backup"), "2026-11-28T09:00:00Z");

        Finding found = looking.at(ProbeKind.FILE_AGE, backups.toString(), "PT4H");

        assertThat(found.problem()).isEmpty();
        assertThat(found.values()).containsEntry("file", "new.backup").containsEntry("at", "2026-11-28T09:00:00Z");
        assertThat(problem(
                        looking.at(ProbeKind.FILE_AGE, backups.resolve("gone").toString(), "PT4H")))
                .isEqualTo("measure.probe.no-folder");
    }

    @Test
    void onlyPermittedFoldersAreLookedAt(@TempDir Path backups) {
        Looking looking = looking(List.of(), Optional.of(backups), LONGEST, clock, tls.getSocketFactory());
        assertThat(List.of("/etc", backups + "/..", "backups", ""))
                .allSatisfy(path -> assertThat(problem(looking.at(ProbeKind.FILE_AGE, path, "PT4H")))
                        .isEqualTo("measure.complaint.folder"));
    }

    @Test
    void whatCannotBeExpectedIsSaid() {
        assertThat(problem(looking().at(ProbeKind.TLS, "localhost:1", "SSLv3 P14D")))
                .isEqualTo("measure.complaint.expected-tls");
        assertThat(problem(looking().at(ProbeKind.HEADER, "localhost", "X Y: z")))
                .isEqualTo("measure.complaint.expected-header");
        assertThat(problem(looking().at(ProbeKind.TLS, "localhost:1", "TLSv1.2 P999999999Y")))
                .isEqualTo("measure.complaint.expected-tls");
        assertThat(problem(looking().at(ProbeKind.FILE_AGE, "/tmp", "P999999999Y")))
                .isEqualTo("measure.complaint.expected-age");
        assertThat(problem(looking().at(ProbeKind.FILE_AGE, "/tmp", "four hours")))
                .isEqualTo("measure.complaint.expected-age");
    }

    private static Looking looking(
            List<Network> networks, Optional<Path> folder, Duration longest, Clock clock, SSLSocketFactory sockets) {
        return new Looking(
                networks,
                folder,
                longest,
                clock,
                sockets,
                new Names(Optional.empty(), Duration.ofSeconds(1)),
                new Databases(name -> Optional.empty()));
    }

    private Looking looking() {
        return looking(List.of(LOOPBACK), Optional.empty(), LONGEST, clock, tls.getSocketFactory());
    }

    private static String problem(Finding finding) {
        return finding.problem().map(Reason::key).orElse("none");
    }

    private String here() {
        return server.authority();
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }

    private static void touched(Path file, String at) throws IOException {
        Files.writeString(file, "x");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(at)));
    }

    private void serve(String answer) {
        server = SecuredServer.saying(answer);
    }

    private void serve(SecuredServer.Answer answer) {
        server = SecuredServer.answering(answer);
    }
}
