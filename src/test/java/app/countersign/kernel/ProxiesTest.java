package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private static final Proxies OURS = proxies(false, "10.0.0.0/24", "2001:db8::7");
    private static final Proxies STANDARD = proxies(true, "10.0.0.0/24");

    @Test
    void withoutProxiesNoHeaderIsBelieved() {
        assertThat(proxies(false)
                        .origin(
                                "203.0.113.9",
                                false,
                                of("x-forwarded-for", "198.51.100.1", "x-forwarded-proto", "https")))
                .isEqualTo(new Origin("203.0.113.9", false));
    }

    @Test
    void aStrangerThatClaimsToForwardIsNotBelieved() {
        assertThat(OURS.origin("10.0.1.1", false, of("x-forwarded-for", "198.51.100.1"))
                        .address())
                .isEqualTo("10.0.1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1|198.51.100.1",
                "198.51.100.1, 10.0.0.2|198.51.100.1",
                "6.6.6.6, 198.51.100.1, 10.0.0.2|198.51.100.1",
                "10.0.0.9, 198.51.100.1|198.51.100.1",
                "198.51.100.1:4711|198.51.100.1",
                "[2001:db8::1]:4711|2001:db8:0:0:0:0:0:1",
                "2001:db8::1|2001:db8:0:0:0:0:0:1",
                "10.0.0.3|10.0.0.3"
            })
    void theVisitorIsTheRightmostThatIsNoProxyOfOurs(String header, String visitor) {
        assertThat(OURS.origin("10.0.0.1", false, of("x-forwarded-for", header)).address())
                .isEqualTo(visitor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "localhost",
                "198.51.100.1 <script>",
                "999.1.1.1",
                "1234",
                "a.b.c.d",
                "1.2.3.4\u001b[31m",
                "::1%eth0; drop",
                ":",
                "198.51.100.1, what"
            })
    void whatIsNoAddressStopsAtTheProxyThatSaidIt(String header) {
        assertThat(OURS.origin("10.0.0.1", false, of("x-forwarded-for", header)).address())
                .isEqualTo("10.0.0.1");
    }

    @Test
    void severalHeadersAreOneList() {
        Map<String, List<String>> headers = Map.of("x-forwarded-for", List.of("6.6.6.6", "198.51.100.1", "10.0.0.4"));

        assertThat(OURS.origin(
                                "10.0.0.1",
                                false,
                                name -> headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()))
                        .address())
                .isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @CsvSource({"https,true", "HTTPS,true", "http,false", "'http, https',true", "'https, http',false", "gopher,false"})
    void theNearestProxySaysWhetherTheBrowserSpokeTls(String proto, boolean secure) {
        assertThat(OURS.origin("2001:db8::7", false, of("x-forwarded-proto", proto))
                        .secure())
                .isEqualTo(secure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=198.51.100.1;proto=https|198.51.100.1|true",
                "for=6.6.6.6;proto=https, for=198.51.100.1;proto=http|198.51.100.1|false",
                "proto=https;For=\"[2001:db8::1]:4711\"|2001:db8:0:0:0:0:0:1|true",
                "for=_hidden;proto=https|10.0.0.1|true",
                "by=6.6.6.6|10.0.0.1|false"
            })
    void theStandardHeaderIsReadWhereItIsChosen(String header, String visitor, boolean secure) {
        assertThat(STANDARD.origin("10.0.0.1", false, of("forwarded", header))).isEqualTo(new Origin(visitor, secure));
    }

    @Test
    void ofTwoHeadersOnlyTheChosenOneCounts() {
        assertThat(OURS.origin("10.0.0.1", false, of("forwarded", "for=6.6.6.6", "x-forwarded-for", "198.51.100.1"))
                        .address())
                .isEqualTo("198.51.100.1");
        assertThat(STANDARD.origin("10.0.0.1", false, of("forwarded", "for=198.51.100.1", "x-forwarded-for", "6.6.6.6"))
                        .address())
                .isEqualTo("198.51.100.1");
    }

    @Test
    void anEndlessListIsReadFromItsEnd() {
        assertThat(OURS.origin("10.0.0.1", false, of("x-forwarded-for", "6.6.6.6,".repeat(5000) + "198.51.100.1"))
                        .address())
                .isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/-1", "2001:db8::/129", "/", ""})
    void whatIsNoNetworkIsNone(String text) {
        assertThat(Network.of(text)).isEmpty();
    }

    private static Function<String, List<String>> of(String... headers) {
        return name -> Stream.iterate(0, i -> i < headers.length, i -> i + 2)
                .filter(i -> headers[i].equalsIgnoreCase(name))
                .map(i -> headers[i + 1])
                .toList();
    }

    private static Proxies proxies(boolean standard, String... networks) {
        return new Proxies(
                Stream.of(networks).map(text -> Network.of(text).orElseThrow()).toList(), standard);
    }
}
