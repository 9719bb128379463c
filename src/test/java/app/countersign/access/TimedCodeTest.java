package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimedCodeTest {

    /** The secret of RFC 6238's examples. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);

    private final TimedCode code = new TimedCode(SECRET);

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "20000000000, 353130"})
    void codesAreThoseOfTheStandard(long second, String expected) {
        assertThat(code.at(Instant.ofEpochSecond(second))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
    void onlyTheNeighbouringStepsAreTaken(long seconds, boolean taken) {
        String typed = code.at(NOW.plusSeconds(seconds));

        assertThat(code.stepOf(typed, NOW, 0, TimedCode.WINDOW).isPresent()).isEqualTo(taken);
    }

    @Test
    void aCodeIsGoodOnceAndThoseBeforeItNoMore() {
        long used = code.stepOf(code.at(NOW), NOW, 0, TimedCode.WINDOW).orElseThrow();

        assertThat(code.stepOf(code.at(NOW), NOW, used, TimedCode.WINDOW)).isEmpty();
        assertThat(code.stepOf(code.at(NOW.minusSeconds(30)), NOW, used, TimedCode.WINDOW))
                .isEmpty();
        assertThat(code.stepOf(code.at(NOW.plusSeconds(30)), NOW, used, TimedCode.WINDOW))
                .hasValue(used + 1);
    }

    @Test
    void afterTheClockWasSetBackNoOldCodeIsGood() {
        long used = TimedCode.step(NOW);
        Instant earlier = NOW.minusSeconds(3600);

        assertThat(code.stepOf(code.at(earlier), earlier, used, TimedCode.WINDOW))
                .isEmpty();
    }

    @Test
    void whatIsNoCodeIsWrong() {
        for (String typed : new String[] {"", "12345", "1234567", "００５９２４", "abcdef", "005924\0"}) {
            assertThat(code.stepOf(typed, NOW, 0, TimedCode.WINDOW)).as(typed).isEmpty();
        }
    }

    @Test
    void appsReadTheAddressAndPeopleTheSecret() {
        assertThat(code.address("anna.meier"))
                .isEqualTo("otpauth://totp/Countersign%3Aanna.meier?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Countersign&digits=6&period=30");
        assertThat(code.typeable()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(Base32.decode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")).isEqualTo(SECRET);
        assertThat(Base32.decode(Base32.encode(new byte[20]))).isEqualTo(new byte[20]);
        assertThat(QrCode.dataAddress(code.address("anna.meier"))).startsWith("data:image/svg+xml;base64,");
    }
}
