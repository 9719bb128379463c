package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private final Map<String, String> given = new HashMap<>();

    private Settings read() {
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }

    @Test
    void nothingSetMeansTheEmbeddedDatabaseOnLoopbackWithoutDemonstrationData() {
        Settings settings = read();

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.baseUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.database().url()).startsWith("jdbc:h2:file:/").contains("WRITE_DELAY=0");
        assertThat(settings.demo()).isFalse();
        assertThat(settings.smtp()).isEmpty();
    }

    @Test
    void aDatabaseByUrlIsTakenAsItIs() {
        given.put("countersign.db.url", "jdbc:postgresql://db/countersign?sslmode=verify-full");
        given.put("countersign.db.user", "app");

        Settings.Database database = read().database();

        assertThat(database.isPostgres()).isTrue();
        assertThat(database.user()).isEqualTo("app");
        assertThat(database.url()).isEqualTo("jdbc:postgresql://db/countersign?sslmode=verify-full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/countersign?password=secret",
                "jdbc:postgresql://db/countersign?sslmode=require&password=secret",
                "jdbc:postgresql://db/countersign?sslpassword=secret",
                "jdbc:postgresql://app:secret@db/countersign",
                "jdbc:h2:file:/data/countersign;PASSWORD=secret",
                "jdbc:h2:tcp://host/countersign;user=sa;Password = secret"
            })
    void aPasswordInTheUrlOfTheDatabaseIsRefusedWithoutBeingQuoted(String url) {
        given.put("countersign.db.url", url);

        assertThatThrownBy(this::read)
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining("COUNTERSIGN_DB_URL")
                .hasMessageContaining("countersign.db.password")
                .message()
                .doesNotContain("secret")
                .doesNotContain("\n");
    }

    @Test
    void theBaseUrlLosesItsTrailingSlash() {
        given.put("countersign.base.url", "https://dpa.example.com/");

        assertThat(read().baseUrl()).isEqualTo("https://dpa.example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "port, abc",
        "port, 0",
        "port, 70000",
        "bind, no such host.invalid",
        "demo, maybe",
        "base.url, localhost:8080",
        "db.url, jdbc:oracle:thin",
        "smtp.url, mail.example.com",
        "imap.url, smtp://mail.example.com",
        "timestamp.url, ftp://tsa.example.com",
        "proxy, proxy.example.com",
        "proxy.header, x-real-ip",
        "zone, Mitteleuropa",
        "api.key, short",
        "password.breached, no-such-file",
        "secondfactor.everybody, perhaps"
    })
    void aWrongSettingIsNamedInOneLineWithItsEnvironmentVariable(String name, String value) {
        given.put("countersign." + name, value);

        assertThatThrownBy(this::read)
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining("countersign." + name)
                .hasMessageContaining("COUNTERSIGN_" + name.toUpperCase().replace('.', '_'))
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aWrongAddressIsNotQuotedSinceItMayHoldAPassword() {
        given.put("countersign.smtp.url", "smtp://user:geheim@ho st");

        assertThatThrownBy(this::read).hasMessageNotContaining("geheim");
    }

    @Test
    void demonstrationDataIsNeverServedToTheNetwork() {
        given.put("countersign.demo", "true");
        given.put("countersign.bind", "0.0.0.0");

        assertThatThrownBy(this::read).hasMessageContaining("countersign.demo").hasMessageContaining("127.0.0.1");
    }

    @Test
    void demonstrationDataIsServedOnAnyLoopbackAddress() {
        given.put("countersign.demo", "true");
        given.put("countersign.bind", "::1");

        assertThat(read().demo()).isTrue();
    }
}
