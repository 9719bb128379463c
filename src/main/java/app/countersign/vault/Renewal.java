package app.countersign.vault;

import app.countersign.kernel.Database;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** Encrypts anew what is stored, when the installation has got a new key. */
@ApplicationScoped
public class Renewal {

    @Inject
    private Vault vault;

    @Inject
    private Settings settings;

    @Inject
    @Any
    private Instance<Concealed> places;

    /** @return how many secrets were encrypted anew; none as long as the key is the one they have */
    public int renew() {
        try {
            return new Rewrapping(new Database(settings), vault.key(), places).run();
        } catch (SQLException e) {
            throw new IllegalStateException("secrets could not be encrypted anew", e);
        }
    }
}
