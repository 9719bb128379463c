package app.countersign.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a name server of our own, which knows one name with two texts. */
class NamingTest {

    private NameServer server;

    @BeforeEach
    void start() {
        server = NameServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Finding found(String name, String expected) {
        Looking looking = new Looking(
                List.of(),
                Optional.empty(),
                Duration.ofSeconds(10),
                Clock.systemUTC(),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                new Names(Optional.of(server.authority()), Duration.ofSeconds(10)),
                new Databases(setting -> Optional.empty()));
        return looking.at(ProbeKind.DNS, name, expected);
    }

    private static String problem(Finding finding) {
        return finding.problem().map(Reason::key).orElse("none");
    }

    @Test
    void aRecordIsLookedForWithWhatItMustContain() {
        Finding well = found("_dmarc.example.org", "txt: V=DMARC1; p=reject");

        assertThat(problem(well)).isEqualTo("none");
        assertThat(well.values()).containsEntry("record", "TXT").containsEntry("count", 2);
        assertThat(String.valueOf(well.values().get("value"))).contains("v=DMARC1; p=reject");
    }

    @Test
    void whatWasNotExpectedIsNotShown() {
        Finding other = found("_dmarc.example.org", "TXT: v=spf1");

        assertThat(problem(other)).isEqualTo("measure.probe.other-record");
        assertThat(other.json()).doesNotContain("DMARC1", "other=1");
    }

    @Test
    void aNameOrRecordThatIsNotThereFails() {
        assertThat(problem(found("_dmarc.example.org", "MX: mail"))).isEqualTo("measure.probe.no-record");
        assertThat(problem(found("nobody.example.org", "TXT: v=spf1"))).isEqualTo("measure.probe.unknown-host");
    }

    @Test
    void nobodyWhoAnswersIsSaidToBeThat() {
        server.close();
        Names silent = new Names(Optional.of("127.0.0.1:9"), Duration.ofMillis(50));
        assertThatThrownBy(() -> silent.records("example.org", "TXT"))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason().key()).isEqualTo("measure.probe.no-answer"));
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        for (String name : List.of("", "localhost", "a b.org", "dns://other/example.org", "-x.org", "x..org")) {
            assertThat(problem(found(name, "TXT: x"))).as(name).isEqualTo("measure.complaint.name");
        }
        for (String expected : List.of("TXT", "TXT:", "ANY: x", "v=spf1")) {
            assertThat(problem(found("example.org", expected)))
                    .as(expected)
                    .isEqualTo("measure.complaint.expected-record");
        }
    }
}
