package app.countersign.kernel;

/** Nothing is there under that name, or nothing that the asker may know of: the two read alike. */
public class NotFound extends Refused {

    private static final long serialVersionUID = 1L;

    public NotFound(Reason reason) {
        super(reason);
    }

    public static NotFound because(String key, Object... args) {
        return new NotFound(Reason.of(key, args));
    }
}
