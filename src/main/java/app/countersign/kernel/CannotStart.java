package app.countersign.kernel;

/**
 * The application can't start, for a reason that a person can mend. The one line on standard error is what the launcher
 * shows before it stops the server; the stack trace that the server then prints is of no use to anybody.
 */
public final class CannotStart extends RuntimeException {

    /** What the launcher looks for. */
    public static final String MARK = "countersign: cannot start: ";

    private static final long serialVersionUID = 1L;

    private CannotStart(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says on standard error why, with the innermost cause, and gives the exception to throw. */
    public static CannotStart because(String what, Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String line = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        String message = what + ": " + line;
        System.err.println(MARK + message);
        return new CannotStart(message, cause);
    }

    public static CannotStart because(String what) {
        System.err.println(MARK + what);
        return new CannotStart(what, null);
    }
}
