package app.countersign.document;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

/** The private key with which the processor seals, and the certificates that vouch for it. */
public final class SealKey {

    /**
     * Opens a PKCS#12 key store.
     *
     * @throws app.countersign.kernel.Refused when it is missing, unreadable, locked by another password, without a
     *     private key, with a certificate that is expired, not yet valid or not meant for signing, or with a weak key
     */
    public static SealKey open(Path path, char[] password, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens the demonstration key, and makes it first if it is not there: RSA-3072, signed by itself, with a subject that
     * says what it is. Two processes that start at once end up with the same one.
     */
    public static SealKey demo(Path path, char[] password, String organisation, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /** The holder's first; its issuers after it, as far as the key store has them. */
    public List<X509Certificate> chain() {
        throw new UnsupportedOperationException();
    }

    public X509Certificate certificate() {
        return chain().get(0);
    }

    /** The common name of the certificate's subject. */
    public String holder() {
        throw new UnsupportedOperationException();
    }

    /** Signed by itself: good for a demonstration, and for nothing else. */
    public boolean isDemonstration() {
        throw new UnsupportedOperationException();
    }
}
