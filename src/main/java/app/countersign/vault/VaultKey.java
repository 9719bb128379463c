package app.countersign.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key of the installation's own, concealed, so that all instances on one database have the same. */
@Entity
@Table(name = "vault_key")
class VaultKey {

    @Id
    private String name;

    private byte[] concealed;

    @Column(name = "public_part")
    private byte[] publicPart;

    @Column(name = "made_at")
    private Instant madeAt;

    protected VaultKey() {}

    VaultKey(String name, byte[] concealed, byte[] publicPart, Instant madeAt) {
        this.name = name;
        this.concealed = concealed.clone();
        this.publicPart = publicPart.clone();
        this.madeAt = madeAt;
    }

    byte[] concealed() {
        return concealed.clone();
    }

    byte[] publicPart() {
        return publicPart.clone();
    }
}
