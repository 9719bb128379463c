package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.countersign.kernel.Refused;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealTest {

    private static Authority authority;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        authority = new Authority();
    }

    @AfterAll
    static void stop() {
        authority.close();
    }

    @Test
    void a_seal_is_a_baseline_signature() {
        SimpleReport report = judged(Seals.sealed());
        String id = report.getFirstSignatureId();

        assertThat(report.getSignatureFormat(id)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        assertThat(report.getIndication(id))
                .as(report.getSubIndication(id) + "")
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getAdESValidationErrors(id)).isEmpty();
        assertThat(report.getSigningTime(id)).isEqualTo(Date.from(Samples.THEN));
    }

    @Test
    void with_an_authority_it_bears_a_time_stamp() {
        authority.be(Authority.Mood.HONEST);
        SimpleReport report = judged(stamping(authority.address()).seal(Samples.completed(), Seals.NOTE, Samples.THEN));
        String id = report.getFirstSignatureId();

        assertThat(report.getSignatureFormat(id)).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
        assertThat(report.getIndication(id))
                .as(report.getSubIndication(id) + "")
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getSignatureTimestamps(id)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HONEST")
    void an_authority_that_misbehaves_stops_the_seal(Authority.Mood mood) {
        authority.be(mood);
        Seal seal = stamping(authority.address());
        byte[] document = Samples.completed();

        assertThatExceptionOfType(TimeStampUnavailable.class)
                .isThrownBy(() -> seal.seal(document, Seals.NOTE, Samples.THEN))
                .satisfies(refusal -> assertThat(refusal.reason().key()).startsWith("document.time-stamp."));
    }

    @Test
    void an_authority_that_is_not_there_stops_the_seal() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        }
        byte[] document = Samples.completed();

        assertThatExceptionOfType(TimeStampUnavailable.class)
                .isThrownBy(() -> stamping(nobody).seal(document, Seals.NOTE, Samples.THEN))
                .satisfies(refusal -> assertThat(refusal.reason().key()).isEqualTo("document.time-stamp.unreachable"));
    }

    @Test
    void a_second_seal_leaves_the_first_one_whole() {
        byte[] once = Seals.sealed();
        byte[] twice = new Seal(Seals.KEY, Optional.empty()).seal(once, Seals.NOTE, Samples.THEN.plusSeconds(60));

        assertThat(Arrays.copyOf(twice, once.length)).isEqualTo(once);
    }

    @Test
    void a_single_changed_byte_breaks_it() {
        byte[] sealed = Seals.sealed();
        sealed[sealed.length / 4] ^= 1;

        SimpleReport report = judged(sealed);
        assertThat(report.getSignaturesCount() == 0
                        || report.getSubIndication(report.getFirstSignatureId()) == SubIndication.HASH_FAILURE)
                .isTrue();
    }

    @Test
    void other_tools_find_it_valid_too() throws Exception {
        Path file = folder.resolve("sealed.pdf");
        Files.write(file, Seals.sealed());

        assertThat(OtherTools.said("pdfsig", file))
                .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
        assertThat(OtherTools.said("qpdf", Path.of("--check"), file))
                .contains("No syntax or stream encoding errors found");
    }

    @Test
    void a_certificate_that_has_run_out_seals_nothing() {
        Seal seal = new Seal(Seals.KEY, Optional.empty());
        byte[] document = Samples.completed();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> seal.seal(document, Seals.NOTE, Samples.THEN.plus(Duration.ofDays(4000))))
                .satisfies(refusal -> assertThat(refusal.reason().key()).isEqualTo("document.seal.expired"));
    }

    private static Seal stamping(URI address) {
        return new Seal(Seals.KEY, Optional.of(new TimeStamps(address, Duration.ofSeconds(2))));
    }

    private static SimpleReport judged(byte[] pdf) {
        return OtherTools.judged(pdf, Seals.KEY.certificate(), authority.certificate());
    }
}
