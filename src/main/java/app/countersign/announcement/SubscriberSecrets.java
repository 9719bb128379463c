package app.countersign.announcement;

import app.countersign.kernel.EmailAddress;
import app.countersign.vault.Passwords;
import app.countersign.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What keeps subscribers to themselves: their addresses, encrypted; by what an address is found again, a keyed hash
 * (HMAC-SHA-256); and the secret part of their links. That part is the same in every mail, so that an old mail ends a
 * subscription as well as a new one, and is kept nowhere: it is a keyed hash of who it belongs to.
 */
@ApplicationScoped
class SubscriberSecrets {

    private static final String NAME = "subscribers";
    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    private Passwords passwords;

    @Inject
    private Vault vault;

    private byte[] key;

    protected SubscriberSecrets() {}

    SubscriberSecrets(byte[] key) {
        this.key = key.clone();
    }

    byte[] conceal(EmailAddress address, UUID subscriber) {
        return vault.conceal(
                address.value().getBytes(StandardCharsets.UTF_8), ConcealedSubscribers.purposeOf(subscriber));
    }

    EmailAddress addressOf(Subscriber subscriber) {
        byte[] plain = vault.reveal(subscriber.address(), ConcealedSubscribers.purposeOf(subscriber.id()));
        try {
            return new EmailAddress(new String(plain, StandardCharsets.UTF_8));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** By what it is found again, however it is written: 64 hexadecimal digits. */
    String mark(EmailAddress address) {
        return hash("address", address.value().toLowerCase(Locale.ROOT));
    }

    /** What stands in that subscriber's links. */
    String token(UUID subscriber) {
        return subscriber + "." + hash("link", subscriber.toString());
    }

    /** Whose it is; empty for what nobody was sent. */
    Optional<UUID> subscriber(String token) {
        String[] parts = (token == null ? "" : token).split("\\.", 2);
        try {
            UUID id = UUID.fromString(parts[0]);
            return Optional.of(id)
                    .filter(one -> MessageDigest.isEqual(
                            token(one).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String hash(String what, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            mac.update((what + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private synchronized byte[] key() {
        if (key == null) {
            key = passwords.of(NAME).text().getBytes(StandardCharsets.UTF_8);
        }
        return key;
    }
}
