package app.countersign.retention;

import app.countersign.kernel.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;

/**
 * What a store could not do, in words that people can act on. The driver's own message is never told: it may quote data.
 */
final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final boolean passing;

    Trouble(Reason reason) {
        this(reason, false, null);
    }

    private Trouble(Reason reason, boolean passing, Throwable cause) {
        super(reason.key(), cause);
        this.reason = reason;
        this.passing = passing;
    }

    static Trouble because(String key, Object... args) {
        return new Trouble(Reason.of(key, args));
    }

    /** @param what was asked for, such as a table */
    static Trouble of(SQLException e, String what) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String kind = kind(state, e.getErrorCode());
        boolean passing = kind.equals("busy") || kind.equals("away") || kind.equals("full");
        Reason reason = kind.equals("database")
                ? Reason.of("retention.problem.database", state.isEmpty() ? "?" : state)
                : Reason.of("retention.problem." + kind, what);
        return new Trouble(reason, passing, e);
    }

    /** Of a folder. Which file it was is not told: its name may say who somebody is. */
    static Trouble of(IOException e, String what) {
        if (e instanceof AccessDeniedException) {
            return because("retention.problem.folder-not-granted", what);
        }
        if (e instanceof NoSuchFileException || e instanceof NotDirectoryException || isLink(e)) {
            return because("retention.problem.folder-gone", what);
        }
        return new Trouble(Reason.of("retention.problem.folder", what), true, e);
    }

    /** What systems say where a link stands on the way and is not to be followed. */
    private static boolean isLink(IOException e) {
        return e instanceof FileSystemException file
                && file.getReason() != null
                && file.getReason().contains("symbolic links");
    }

    private static String kind(String state, int code) {
        return switch (state) {
            case "28P01", "28000" -> "password";
            case "3D000" -> "no-database";
            case "42501" -> "not-granted";
            case "25006", "90097" -> "read-only";
            case "23503" -> "forbidden-by-key";
            case "23502" -> "not-null";
            case "22001" -> "too-long";
            case "42703", "42S22", "42P01", "42S02" -> "changed";
            case "55P03", "40P01", "40001", "HYT00", "57014" -> "busy";
            case "53100", "53200", "53300" -> "full";
            case "57P01", "57P02", "57P03" -> "away";
            case "P0001" -> "trigger";
            default -> ofClass(state, code);
        };
    }

    private static String ofClass(String state, int code) {
        if (state.startsWith("08") || code == 90067 || code == 90020 || code == 90098) {
            return "away";
        }
        if (state.startsWith("28")) {
            return "password";
        }
        return state.startsWith("P0") || code == 90040 || code == 90105 || code == 90043 ? "trigger" : "database";
    }

    Reason reason() {
        return reason;
    }

    /** Whether trying again later may do. */
    boolean isPassing() {
        return passing;
    }
}
