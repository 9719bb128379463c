package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ErrandTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void it_comes_back_as_it_went() {
        Errand errand = Errand.begin("/party/list?q=ü", NOW);
        assertThat(Errand.of(errand.bytes(), NOW.plusSeconds(599))).hasValueSatisfying(back -> {
            assertThat(back.state()).isEqualTo(errand.state());
            assertThat(back.nonce()).isEqualTo(errand.nonce());
            assertThat(back.verifier().getValue()).isEqualTo(errand.verifier().getValue());
            assertThat(back.then()).isEqualTo("/party/list?q=ü");
        });
    }

    @Test
    void after_ten_minutes_it_is_over() {
        assertThat(Errand.of(Errand.begin("/", NOW).bytes(), NOW.plusSeconds(600)))
                .isEmpty();
    }

    @Test
    void one_from_the_future_is_none() {
        assertThat(Errand.of(Errand.begin("/", NOW).bytes(), NOW.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void what_is_no_errand_is_none() {
        assertThat(Errand.of("[]".getBytes(StandardCharsets.UTF_8), NOW)).isEmpty();
        assertThat(Errand.of(new byte[0], NOW)).isEmpty();
    }

    @Test
    void a_wish_too_long_for_a_cookie_is_forgotten_rather_than_the_sign_in() {
        assertThat(Errand.begin("/" + "x".repeat(5000), NOW).then()).isEqualTo("/");
    }
}
