package app.countersign.kernel;

/** Whoever asks may not do that, whatever the state of things is. */
public class Forbidden extends Refused {

    private static final long serialVersionUID = 1L;

    public Forbidden(Reason reason) {
        super(reason);
    }

    public static Forbidden because(String key, Object... args) {
        return new Forbidden(Reason.of(key, args));
    }
}
