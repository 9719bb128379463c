package app.countersign.vault;

import app.countersign.kernel.Secret;
import app.countersign.kernel.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;

/** Passwords that the application has made for itself, for files of its own; each the same for all instances. */
@ApplicationScoped
public class Passwords {

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Vault vault;

    @Inject
    private Turns turns;

    @Inject
    private Clock clock;

    /** The password of that name, made when it is first asked for.
     *
     * @param name kebab case, at most 60 characters */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Secret of(String name) {
        VaultKey key = entities.find(VaultKey.class, name);
        if (key == null) {
            turns.take("signing-key");
            key = entities.find(VaultKey.class, name);
        }
        byte[] plain = vault.reveal((key == null ? make(name) : key).concealed(), name);
        try {
            return Secret.of(new String(plain, StandardCharsets.UTF_8));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private VaultKey make(String name) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        byte[] password = Base64.getUrlEncoder().withoutPadding().encode(random);
        VaultKey key = new VaultKey(name, vault.conceal(password, name), new byte[0], clock.instant());
        Arrays.fill(password, (byte) 0);
        entities.persist(key);
        return key;
    }
}
