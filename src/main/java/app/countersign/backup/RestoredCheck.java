package app.countersign.backup;

import app.countersign.kernel.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Something that should hold in a restored database beyond that it has the same rows: that the trail's chain is whole,
 * for example. Where it does not, the backup is a true copy of something that was damaged before. Implemented by a CDI
 * bean of the room that knows.
 */
public interface RestoredCheck {

    /**
     * @param restored a connection to the restored database, which may be read only
     * @return what is wrong, if anything is
     */
    Optional<Reason> problemIn(Connection restored) throws SQLException;
}
