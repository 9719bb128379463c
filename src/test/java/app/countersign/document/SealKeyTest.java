package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.countersign.kernel.Refused;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeyTest {

    /** Made once: finding primes takes seconds. */
    private static final Map<Integer, KeyPair> KEYS = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    @Test
    void a_demonstration_key_says_what_it_is_and_is_kept_from_others() throws Exception {
        Path file = folder.resolve("keys/seal.p12");
        SealKey key = SealKey.demo(file, Seals.PASSWORD, "Müller, Söhne & Co", Seals.CLOCK);

        assertThat(key.isDemonstration()).isTrue();
        assertThat(key.holder()).contains("Müller, Söhne & Co", "DEMONSTRATION");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SealKey.demo(file, Seals.PASSWORD, "Other", Seals.CLOCK).certificate())
                .isEqualTo(key.certificate());
    }

    @Test
    void processes_that_start_at_once_share_one_demonstration_key() throws Exception {
        Path file = folder.resolve("seal.p12");
        List<CompletableFuture<SealKey>> starts = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> SealKey.demo(file, Seals.PASSWORD, "Muster AG", Seals.CLOCK)))
                .toList();

        assertThat(starts.stream().map(start -> start.join().certificate()).distinct())
                .hasSize(1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_missing_key_store_is_named() {
        refused("document.seal.key-missing", folder.resolve("none.p12"), Seals.PASSWORD, Seals.CLOCK);
    }

    @Test
    void a_wrong_password_is_told_from_a_broken_file() throws Exception {
        Path file = stored(2048, KeyUsage.digitalSignature, true);
        Path broken = Files.write(folder.resolve("broken.p12"), new byte[] {1, 2, 3});

        refused("document.seal.wrong-password", file, "wrong".toCharArray(), Seals.CLOCK);
        refused("document.seal.key-unreadable", broken, Seals.PASSWORD, Seals.CLOCK);
    }

    @Test
    void a_key_store_without_a_private_key_is_refused() throws Exception {
        refused("document.seal.no-key", stored(2048, KeyUsage.digitalSignature, false), Seals.PASSWORD, Seals.CLOCK);
    }

    @Test
    void a_certificate_outside_its_time_is_refused() throws Exception {
        Path file = stored(2048, KeyUsage.digitalSignature, true);

        refused("document.seal.expired", file, Seals.PASSWORD, Clock.offset(Seals.CLOCK, Duration.ofDays(11)));
        refused("document.seal.not-yet-valid", file, Seals.PASSWORD, Clock.offset(Seals.CLOCK, Duration.ofDays(-11)));
    }

    @Test
    void a_weak_key_and_one_for_other_uses_are_refused() throws Exception {
        refused("document.seal.weak-key", stored(1024, KeyUsage.digitalSignature, true), Seals.PASSWORD, Seals.CLOCK);
        refused(
                "document.seal.not-for-signing",
                stored(2048, KeyUsage.keyEncipherment, true),
                Seals.PASSWORD,
                Seals.CLOCK);
    }

    @Test
    void a_sound_key_opens() throws Exception {
        SealKey key = SealKey.open(stored(2048, KeyUsage.nonRepudiation, true), Seals.PASSWORD, Seals.CLOCK);

        assertThat(key.holder()).isEqualTo("Muster");
    }

    private static void refused(String reason, Path file, char[] password, Clock clock) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> SealKey.open(file, password, clock))
                .satisfies(refusal -> assertThat(refusal.reason().key()).isEqualTo(reason));
    }

    private static KeyPair keys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path stored(int bits, int usage, boolean withKey) throws Exception {
        KeyPair pair = KEYS.computeIfAbsent(bits, SealKeyTest::keys);
        X500Name name = new X500Name("CN=Muster");
        Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(Samples.THEN.minus(Duration.ofDays(10))),
                                Date.from(Samples.THEN.plus(Duration.ofDays(10))),
                                name,
                                pair.getPublic())
                        .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (withKey) {
            store.setKeyEntry("key", pair.getPrivate(), Seals.PASSWORD, new Certificate[] {certificate});
        } else {
            store.setCertificateEntry("certificate", certificate);
        }
        Path file = Files.createTempFile(folder, "key", ".p12");
        try (OutputStream output = Files.newOutputStream(file)) {
            store.store(output, Seals.PASSWORD);
        }
        return file;
    }
}
