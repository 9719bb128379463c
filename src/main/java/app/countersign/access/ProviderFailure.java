package app.countersign.access;

/** A sign-in at the provider that came to nothing. The person may try again, or sign in another way. */
public final class ProviderFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the person is told; no case says more of an account than its person knows. */
    public enum Why {
        /** They, or the provider, declined. */
        DECLINED,
        /** The answer belongs to no sign-in that was begun in this browser just now, or was taken already. */
        STALE,
        /** The provider can't be reached. */
        AWAY,
        /** The provider's answer can't be believed. */
        NONSENSE,
        /** They are known to the provider, but may not enter here. */
        NOT_ADMITTED
    }

    private final Why why;

    /** @param what for the log: no secrets, nothing that somebody else has written */
    ProviderFailure(Why why, String what) {
        super(what);
        this.why = why;
    }

    ProviderFailure(Why why, String what, Throwable cause) {
        super(what, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
