package app.countersign.document;

import java.security.cert.X509Certificate;
import java.util.Set;

/** Looks at a file that somebody brought, without trusting it, and says what it is. Safe for several threads. */
public final class Verification {

    /** @param ours every certificate with which we have sealed, the expired ones too */
    public Verification(Set<X509Certificate> ours, Limits limits) {}

    /** Never fails: what cannot be read is found unreadable, with the reason. */
    public Findings of(byte[] pdf) {
        throw new UnsupportedOperationException();
    }
}
