package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Database;
import app.countersign.kernel.InstallationKey;
import app.countersign.kernel.KeyCheck;
import app.countersign.kernel.Schema;
import app.countersign.kernel.Settings;
import app.countersign.vault.Rotation;
import app.countersign.vault.Vault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorRotationTest {

    private static final UUID ACCOUNT = new UUID(4711, 1);
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    @TempDir
    Path folder;

    @Test
    void anAuthenticatorAppGoesOnWorkingAfterTheKeyWasChanged() throws Exception {
        Map<String, String> given = Map.of("countersign.data.dir", folder.toString());
        Settings settings = Settings.read(name -> Optional.ofNullable(given.get(name)));
        Database database = new Database(settings);
        Schema.migrate(database, false);
        Rotation rotation = new Rotation(settings);
        byte[] secret = Secrets.bytes(TimedCode.SECRET_BYTES);
        String code = new TimedCode(secret).at(NOW);
        try (Connection open = database.getConnection()) {
            KeyCheck.leave(open, InstallationKey.read(settings.keyFile()));
            store(open, rotation.vault().conceal(secret, SecondFactor.purpose(ACCOUNT)));

            rotation.add();
            assertThatThrownBy(rotation::dropOld).hasMessageContaining("older key");
            assertThat(rotation.renew(new ConcealedFactors())).isEqualTo(2);
            rotation.dropOld();

            Vault fresh = new Rotation(settings).vault();
            TimedCode again = new TimedCode(fresh.reveal(stored(open), SecondFactor.purpose(ACCOUNT)));
            assertThat(again.stepOf(code, NOW, 0, TimedCode.WINDOW)).hasValue(TimedCode.step(NOW));
        }
    }

    private static void store(Connection open, byte[] concealed) throws SQLException {
        try (Statement statement = open.createStatement();
                PreparedStatement factor = open.prepareStatement(
                        "insert into second_factor (account_id, concealed, known, last_step, made_at) values (?, ?,"
                                + " false, 0, current_timestamp)")) {
            // Whose it is does not matter here.
            statement.execute("set referential_integrity false");
            factor.setObject(1, ACCOUNT);
            factor.setBytes(2, concealed);
            factor.executeUpdate();
        }
    }

    private static byte[] stored(Connection open) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery("select concealed from second_factor")) {
            row.next();
            return row.getBytes(1);
        }
    }
}
