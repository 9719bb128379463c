package app.countersign.document;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The private key with which the processor seals, and the certificates that vouch for it. */
public final class SealKey {

    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 256;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private SealKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /**
     * Opens a PKCS#12 key store.
     *
     * @throws app.countersign.kernel.Refused when it is missing, unreadable, locked by another password, without a
     *     private key, with a certificate that is expired, not yet valid or not meant for signing, or with a weak key
     */
    public static SealKey open(Path path, char[] password, Clock clock) {
        SealKey opened = firstKey(loaded(path, password), password, path);
        opened.weakness().ifPresent(SealKey::refuse);
        opened.invalidity(clock.instant()).ifPresent(SealKey::refuse);
        return opened;
    }

    /**
     * Opens the demonstration key, and makes it first if it is not there: P-256, signed by itself, with a subject that
     * says what it is. Two processes that start at once end up with the same one.
     */
    public static SealKey demo(Path path, char[] password, String organisation, Clock clock) {
        if (Files.notExists(path)) {
            DemoKey.make(path, password, organisation, clock.instant());
        }
        return open(path, password, clock);
    }

    private static void refuse(Reason reason) {
        throw new Refused(reason);
    }

    private static KeyStore loaded(Path path, char[] password) {
        try (InputStream file = Files.newInputStream(path)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            return store;
        } catch (NoSuchFileException e) {
            throw Refused.because("document.seal.key-missing", path.toString());
        } catch (IOException e) {
            boolean locked = e.getCause() instanceof GeneralSecurityException;
            throw Refused.because(
                    locked ? "document.seal.wrong-password" : "document.seal.key-unreadable", path.toString());
        } catch (GeneralSecurityException e) {
            throw Refused.because("document.seal.key-unreadable", path.toString());
        }
    }

    private static SealKey firstKey(KeyStore store, char[] password, Path path) {
        try {
            for (String alias : Collections.list(store.aliases())) {
                Certificate[] chain = store.getCertificateChain(alias);
                if (store.isKeyEntry(alias)
                        && chain != null
                        && store.getKey(alias, password) instanceof PrivateKey key) {
                    return new SealKey(
                            key,
                            Arrays.stream(chain)
                                    .map(X509Certificate.class::cast)
                                    .toList());
                }
            }
        } catch (GeneralSecurityException e) {
            throw Refused.because("document.seal.wrong-password", path.toString());
        }
        throw Refused.because("document.seal.no-key", path.toString());
    }

    private Optional<Reason> weakness() {
        int bits = 0;
        int least = LEAST_RSA_BITS;
        if (certificate().getPublicKey() instanceof RSAPublicKey rsa) {
            bits = rsa.getModulus().bitLength();
        } else if (certificate().getPublicKey() instanceof ECPublicKey ec) {
            bits = ec.getParams().getOrder().bitLength();
            least = LEAST_EC_BITS;
        }
        return bits < least ? Optional.of(Reason.of("document.seal.weak-key", bits, least)) : Optional.empty();
    }

    /** Why the certificate does not hold at that time; empty when it does. */
    Optional<Reason> invalidity(Instant at) {
        Instant from = certificate().getNotBefore().toInstant();
        Instant until = certificate().getNotAfter().toInstant();
        boolean[] uses = certificate().getKeyUsage();
        if (at.isBefore(from)) {
            return Optional.of(Reason.of("document.seal.not-yet-valid", java.util.Date.from(from)));
        }
        if (at.isAfter(until)) {
            return Optional.of(Reason.of("document.seal.expired", java.util.Date.from(until)));
        }
        if (uses != null && !uses[DIGITAL_SIGNATURE] && !uses[NON_REPUDIATION]) {
            return Optional.of(Reason.of("document.seal.not-for-signing"));
        }
        return Optional.empty();
    }

    /** Whether something may be sealed with it at that time. */
    public boolean holdsAt(Instant at) {
        return invalidity(at).isEmpty();
    }

    PrivateKey key() {
        return key;
    }

    /** By the strength of the key (ETSI TS 119 312). */
    String algorithm() {
        if (certificate().getPublicKey() instanceof ECPublicKey ec) {
            int bits = ec.getParams().getOrder().bitLength();
            return bits > 384 ? "SHA512withECDSA" : bits > 256 ? "SHA384withECDSA" : "SHA256withECDSA";
        }
        return "SHA256withRSA";
    }

    /** The holder's first; its issuers after it, as far as the key store has them. */
    public List<X509Certificate> chain() {
        return chain;
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The common name of the certificate's subject. */
    public String holder() {
        return nameOf(certificate());
    }

    /** The common name of a certificate's subject, or the whole subject where it has none. */
    static String nameOf(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Arrays.stream(subject.getRDNs(BCStyle.CN))
                .map(name -> ((ASN1String) name.getFirst().getValue()).getString())
                .findFirst()
                .orElse(certificate.getSubjectX500Principal().getName());
    }

    /** Signed by itself: good for a demonstration, and for nothing else. */
    public boolean isDemonstration() {
        return certificate().getSubjectX500Principal().equals(certificate().getIssuerX500Principal());
    }
}
