package app.countersign.vault;

import app.countersign.kernel.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Signs with the installation's own key (Ed25519): heads of the trail, exports. The key is made when it is first needed
 * and is the same for all instances; its public half goes with whatever it signed.
 */
@ApplicationScoped
public class Signing {

    private static final String NAME = "signing";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Vault vault;

    @Inject
    private Turns turns;

    @Inject
    private Clock clock;

    /** @return 64 bytes, Ed25519 (RFC 8032) over the message as it is */
    @Transactional
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey(key()));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    /** The public half as X.509 SubjectPublicKeyInfo (DER). */
    @Transactional
    public byte[] publicKey() {
        return key().publicPart();
    }

    /** The same from a database at rest; empty if nothing was ever signed there. */
    public static Optional<byte[]> publicKey(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select public_part from vault_key where name = ?")) {
            select.setString(1, NAME);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        }
    }

    /** How the key is called: the first 16 hexadecimal digits of the SHA-256 of {@link #publicKey()}. */
    @Transactional
    public String keyId() {
        return idOf(publicKey());
    }

    static String idOf(byte[] publicKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private VaultKey key() {
        VaultKey key = entities.find(VaultKey.class, NAME);
        if (key == null) {
            turns.take("signing-key");
            key = entities.find(VaultKey.class, NAME);
        }
        return key == null ? make() : key;
    }

    private VaultKey make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            VaultKey key = new VaultKey(
                    NAME,
                    vault.conceal(pair.getPrivate().getEncoded(), NAME),
                    pair.getPublic().getEncoded(),
                    clock.instant());
            entities.persist(key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    private PrivateKey privateKey(VaultKey key) throws GeneralSecurityException {
        byte[] encoded = vault.reveal(key.concealed(), NAME);
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }
}
