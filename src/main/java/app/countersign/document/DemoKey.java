package app.countersign.document;

import app.countersign.kernel.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the key store with which a demonstration seals. */
final class DemoKey {

    /** A fifth of the work of a first start went into looking for the primes of an RSA key. */
    private static final String CURVE = "secp256r1";

    private static final int SERIAL_BITS = 120;
    private static final Duration EARLIER = Duration.ofDays(1);
    private static final Duration LATER = Duration.ofDays(3650);

    private DemoKey() {}

    static void make(Path path, char[] password, String organisation, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            KeyPair pair = generator.generateKeyPair();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("demonstration", pair.getPrivate(), password, new Certificate[] {
                certificate(pair, organisation, now)
            });
            write(store, password, path.toAbsolutePath());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static X509Certificate certificate(KeyPair pair, String organisation, Instant now)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        X500Name self = new X500NameBuilder()
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, Texts.of(Locale.ENGLISH).text("document.seal.demonstration", organisation))
                .build();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        self,
                        new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                        Date.from(now.minus(EARLIER)),
                        Date.from(now.plus(LATER)),
                        self,
                        pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    /** Complete, or not there at all; whoever comes second finds the first one's and leaves it. */
    private static void write(KeyStore store, char[] password, Path path) throws IOException, GeneralSecurityException {
        Files.createDirectories(path.getParent());
        Path draft = Files.createTempFile(path.getParent(), "seal", ".tmp", ownersOnly(path));
        try {
            try (OutputStream file = Files.newOutputStream(draft)) {
                store.store(file, password);
            }
            publish(draft, path);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void publish(Path draft, Path path) throws IOException {
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(draft, path);
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path path) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
