package app.countersign.backup;

import app.countersign.kernel.Reason;
import app.countersign.trail.StoredTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The trail is a chain up to its signed end. */
@ApplicationScoped
class TrailWhole implements RestoredCheck {

    @Override
    public Optional<Reason> problemIn(Connection restored) throws SQLException {
        StoredTrail.Verdict verdict = StoredTrail.of(restored);
        return verdict.count() == 0
                ? Optional.empty()
                : Optional.of(Reason.of("backup.problem.trail", verdict.count()));
    }
}
