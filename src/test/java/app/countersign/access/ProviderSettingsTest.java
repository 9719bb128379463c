package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderSettingsTest {

    private final Map<String, String> set = new HashMap<>(
            Map.of("issuer", "https://login.company.example/tenant/v2.0", "client.id", "us", "client.secret", "hush"));

    @Test
    void without_an_issuer_there_is_no_provider() {
        set.remove("issuer");
        assertThat(read()).isEmpty();
    }

    @Test
    void an_issuer_is_kept_to_the_letter_and_nobody_gets_in_for_nothing() {
        ProviderSettings settings = read().orElseThrow();

        assertThat(settings.issuer()).hasToString("https://login.company.example/tenant/v2.0");
        assertThat(settings.scopes()).containsExactlyInAnyOrder("openid", "profile", "email");
        assertThat(settings.makesAccounts()).isFalse();
        assertThat(settings.factors()).isEmpty();
    }

    @Test
    void a_group_may_give_several_roles_and_have_any_name() {
        set.put("roles", "Heads of = Legal=legal, signatory ; 6f0c-11=dpo;");

        assertThat(read().orElseThrow().roles())
                .isEqualTo(Map.of("Heads of = Legal", Set.of("legal", "signatory"), "6f0c-11", Set.of("dpo")));
    }

    @Test
    void the_secret_is_in_no_text_of_the_settings() {
        assertThat(read().orElseThrow().toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://login.company.example, OIDC_ISSUER",
        "issuer, login, OIDC_ISSUER",
        "client.id, ' ', OIDC_CLIENT_ID",
        "client.secret, ' ', OIDC_CLIENT_SECRET",
        "roles, Legal, OIDC_ROLES",
        "roles, Legal=boss, OIDC_ROLES",
        "roles, Legal=system, OIDC_ROLES",
        "processors, =okomo, OIDC_PROCESSORS",
        "provision, perhaps, OIDC_PROVISION"
    })
    void what_can_not_be_is_refused_with_its_name(String name, String value, String named) {
        set.put(name, value);
        assertThatThrownBy(this::read)
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining("COUNTERSIGN_" + named)
                .hasMessageNotContaining("hush");
    }

    private Optional<ProviderSettings> read() {
        return ProviderSettings.read(name -> Optional.ofNullable(set.get(name.replace("countersign.oidc.", ""))));
    }
}
