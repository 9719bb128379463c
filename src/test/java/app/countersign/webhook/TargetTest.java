package app.countersign.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Network;
import app.countersign.kernel.Refused;
import java.net.InetAddress;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    private static final List<Network> NOWHERE_WITHIN = List.of();

    @Test
    void anAddressIsReadWithItsPortAndQuery() {
        assertThat(Target.read(" https://events.pager.example/v1/hook?key=1 "))
                .isEqualTo(new Target("https", "events.pager.example", 443, "/v1/hook?key=1"));
        assertThat(Target.read("https://events.pager.example:8443"))
                .isEqualTo(new Target("https", "events.pager.example", 8443, "/"));
        assertThat(Target.read("https://events.pager.example:8443/x").authority())
                .isEqualTo("events.pager.example:8443");
        assertThat(Target.read("https://events.pager.example/x").authority()).isEqualTo("events.pager.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pager",
                "events.pager.example",
                "ftp://pager.example/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://",
                "https:///x",
                "https://name:secret@pager.example/",
                "https://pager.example/#part",
                "https://pager.example:99999/",
                "https://pager.example/ x",
                "https://pager.example/\r\nX-Evil: 1",
                "https://pägerä.example/"
            })
    void whatIsNoAddressOfTheWebIsRefused(String text) {
        refuses("webhook.complaint.url", () -> Target.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fd12:3456::1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "ff02::1"
            })
    void theInnerNetworkIsNotReachedFromOutside(String address) throws Exception {
        Target target = Target.read("https://pager.example/");
        List<InetAddress> found = List.of(InetAddress.getByName("93.184.215.14"), InetAddress.getByName(address));

        refuses("webhook.problem.inner", () -> target.address(found, NOWHERE_WITHIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"})
    void theRestOfTheWorldIs(String address) throws Exception {
        InetAddress there = InetAddress.getByName(address);

        assertThat(Target.read("https://pager.example/").address(List.of(there), NOWHERE_WITHIN))
                .isEqualTo(there);
    }

    @Test
    void addressesAreJudgedByWhatTheyMeanAndNotByHowTheyAreWritten() {
        for (String host : List.of("localhost", "127.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:127.0.0.1]")) {
            assertThatThrownBy(() -> Target.read("https://" + host + "/").address(NOWHERE_WITHIN))
                    .as(host)
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void theSettingsOpenWhatTheyName() throws Exception {
        List<Network> ours = List.of(Network.of("10.1.0.0/16").orElseThrow());
        InetAddress pager = InetAddress.getByName("10.1.2.3");
        Target target = Target.read("https://pager.inner/");

        assertThat(target.address(List.of(pager), ours)).isEqualTo(pager);
        refuses("webhook.problem.inner", () -> target.address(List.of(InetAddress.getByName("10.2.2.3")), ours));
    }

    @Test
    void withoutTlsNobodyIsCalledButOnesOwnMachineWhereTheSettingsSaySo() throws Exception {
        List<Network> ours = List.of(
                Network.of("127.0.0.1").orElseThrow(), Network.of("10.1.0.0/16").orElseThrow());
        Target target = Target.read("http://pager.example/");
        InetAddress here = InetAddress.getByName("127.0.0.1");

        assertThat(target.address(List.of(here), ours)).isEqualTo(here);
        refuses("webhook.complaint.tls", () -> target.address(List.of(InetAddress.getByName("93.184.215.14")), ours));
        refuses("webhook.complaint.tls", () -> target.address(List.of(InetAddress.getByName("10.1.2.3")), ours));
        refuses("webhook.problem.inner", () -> target.address(List.of(here), NOWHERE_WITHIN));
    }

    private static void refuses(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo(key));
    }
}
