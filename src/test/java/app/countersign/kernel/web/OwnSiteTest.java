package app.countersign.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnSiteTest {

    private static final URI BASE = URI.create("https://dpa.example.com");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, https://dpa.example.com, dpa.example.com, true",
                "none, -, dpa.example.com, true",
                "-, -, dpa.example.com, true",
                "-, https://dpa.example.com, 10.0.0.1:8080, true",
                "-, http://10.0.0.1:8080, 10.0.0.1:8080, true",
                "cross-site, -, dpa.example.com, false",
                "same-site, https://www.example.com, dpa.example.com, false",
                "same-origin, https://evil.example, dpa.example.com, false",
                "-, https://evil.example, dpa.example.com, false",
                "-, http://dpa.example.com, 10.0.0.1:8080, false",
                "-, null, dpa.example.com, false",
                "-, https://dpa.example.com.evil.example, dpa.example.com, false",
                "something-new, -, dpa.example.com, false"
            })
    void onlyWhatOurOwnPagesSendIsOurs(String site, String origin, String host, boolean ours) {
        assertThat(OwnSite.isOurs(site, origin, host, BASE)).isEqualTo(ours);
    }
}
