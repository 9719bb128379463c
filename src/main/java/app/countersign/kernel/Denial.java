package app.countersign.kernel;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;

/** Tells that the caller's roles or rooms did not allow a call from everything else that may have stopped it. */
public final class Denial {

    private Denial() {}

    /** The container says it in two ways, by how the bean was called, and we in a third. */
    public static boolean is(Throwable thrown) {
        return thrown instanceof EJBAccessException
                || thrown instanceof AccessLocalException
                || thrown instanceof RoomClosed;
    }

    /** Whether that is among its causes. */
    public static boolean isBehind(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (is(cause)) {
                return true;
            }
        }
        return false;
    }
}
