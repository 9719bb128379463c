package app.countersign.kernel;

import jakarta.ejb.ApplicationException;

/** The caller's account does not open that room. Answered as a call is that the caller's roles don't allow. */
@ApplicationException(rollback = true)
public class RoomClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param room as its package is called: {@code mail} */
    public RoomClosed(String room) {
        super(room);
    }
}
