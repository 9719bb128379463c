package app.countersign.contract;

import app.countersign.document.Seal;
import app.countersign.document.SealKey;
import app.countersign.document.SealNote;
import app.countersign.document.TimeStamps;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Secret;
import app.countersign.kernel.Settings;
import app.countersign.party.Organisation;
import app.countersign.vault.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * With which key a processor's contracts are sealed: the configured one, or in demo mode one that is made here and says
 * what it is. A key that can't be opened is tried again each time, so that a mended file needs no restart.
 */
@ApplicationScoped
public class Seals {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String CONFIGURED = "";

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private SealCertificates certificates;

    @Inject
    private Passwords passwords;

    private final Map<String, SealKey> keys = new ConcurrentHashMap<>();

    /**
     * Seals the file for that processor, now.
     *
     * @throws Refused when there is no usable key, or the time-stamp authority does not answer
     */
    public byte[] seal(byte[] pdf, Organisation processor, SealNote note) {
        return new Seal(key(processor), timeStamps()).seal(pdf, note, clock.instant());
    }

    /** The key with which that processor's contracts are sealed from now on. */
    SealKey key(Organisation processor) {
        String name = settings.sealKeystore().isPresent()
                ? CONFIGURED
                : processor.code().orElse("processor");
        // One that has expired since is looked for again: perhaps a new one lies in its place.
        keys.computeIfPresent(name, (n, known) -> known.holdsAt(clock.instant()) ? known : null);
        return keys.computeIfAbsent(name, n -> remembered(open(n, processor.name())));
    }

    /** Every certificate with which anything was sealed, the expired ones too. */
    public Set<X509Certificate> certificates() {
        return Set.copyOf(certificates.all());
    }

    /** Of two instances that use a key for the first time at the same moment, one finds it known already. */
    private SealKey remembered(SealKey key) {
        X509Certificate certificate = key.certificate();
        if (!certificates.knows(certificate)) {
            try {
                certificates.add(certificate);
            } catch (RuntimeException e) {
                if (!certificates.knows(certificate)) {
                    throw e;
                }
            }
        }
        return key;
    }

    private SealKey open(String name, String organisation) {
        if (name.equals(CONFIGURED)) {
            Path file = settings.sealKeystore().orElseThrow();
            return settings.sealPassword().orElse(Secret.of("")).with(password -> SealKey.open(file, password, clock));
        }
        if (!settings.demo()) {
            throw Refused.because("contract.seal.no-key");
        }
        Path file = settings.dataDir().resolve("seal-demo-" + name + ".p12");
        return passwords.of("demo-seal").with(password -> SealKey.demo(file, password, organisation, clock));
    }

    private Optional<TimeStamps> timeStamps() {
        return settings.timeStampUrl().map(authority -> new TimeStamps(authority, PATIENCE));
    }
}
