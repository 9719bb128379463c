package app.countersign.kernel;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.transaction.xa.XAException;

/**
 * Tells a database that is away for a while from a fault of ours: the one is worth another try in a minute, the other is
 * not.
 */
public final class Outage {

    /** SQLSTATE classes: connection, resources (a full disk), the operator's intervention (a restart). */
    private static final Set<String> STATES = Set.of("08", "53", "57");

    /** H2: file trouble such as a full disk, connection broken, database closed, not reachable. */
    private static final Set<Integer> H2_CODES = Set.of(90028, 90031, 90067, 90098, 90121, 50100, 90030);

    /** Of the server's pool and of H2's file, whose classes are not ours to name. */
    private static final Set<String> BY_NAME =
            Set.of("PoolingException", "ResourceAllocationException", "MVStoreException");

    private Outage() {}

    /** Whether somewhere among its causes is that the database does not answer, or has no room. */
    public static boolean isBehind(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (is(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return sql instanceof SQLTransientException
                    || sql instanceof SQLRecoverableException
                    || sql instanceof SQLNonTransientConnectionException
                    || sql.getSQLState() != null && STATES.stream().anyMatch(sql.getSQLState()::startsWith)
                    || H2_CODES.contains(sql.getErrorCode());
        }
        // A commit that the database failed reaches us without what it said.
        return cause instanceof XAException || BY_NAME.contains(cause.getClass().getSimpleName());
    }
}
