package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @Test
    void each_limit_can_be_set() {
        Map<String, String> set = Map.of("countersign.rate.key", " 7 ", "countersign.rate.link", "0");
        Limits limits = Limits.read(name -> Optional.ofNullable(set.get(name)));

        assertThat(limits.key()).isEqualTo(7);
        assertThat(limits.link()).isZero();
        assertThat(limits.verification()).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-1", "1000001", "1.5"})
    void what_is_no_number_of_requests_is_refused_with_its_name(String wrong) {
        assertThatThrownBy(() -> Limits.read(
                        name -> name.equals("countersign.rate.signin") ? Optional.of(wrong) : Optional.empty()))
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining("COUNTERSIGN_RATE_SIGNIN");
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 192.0.2.7", "2001:db8:1:2:3:4:5:6, 20010db800010002", "2001:db8:1:2::9, 20010db800010002"})
    void an_ipv6_network_is_one_stranger(String address, String network) {
        assertThat(RateLimits.network(address)).isEqualTo(network);
    }
}
