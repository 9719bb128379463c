package app.countersign.access;

import java.util.List;

/**
 * A password that somebody wants to have.
 *
 * @param former BCrypt hashes of the present one and of those before it, the newest first
 */
record NewPassword(String text, String userName, List<String> former) {

    /** Not for a log. */
    @Override
    public String toString() {
        return "a password of " + userName;
    }
}
