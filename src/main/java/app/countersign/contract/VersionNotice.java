package app.countersign.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** That a contract's controller was told of a template version. The key sees to it that nobody is told twice. */
@Entity
@Table(name = "version_notice")
@IdClass(VersionNotice.Key.class)
public class VersionNotice {

    @Id
    @Column(name = "contract_id")
    private UUID contractId;

    @Id
    @Column(name = "template_version_id")
    private UUID versionId;

    @Column(name = "told_at")
    private Instant toldAt;

    protected VersionNotice() {}

    VersionNotice(Contract contract, TemplateVersion version, Instant now) {
        this.contractId = contract.id();
        this.versionId = version.id();
        this.toldAt = now;
    }

    Instant toldAt() {
        return toldAt;
    }

    /** Which contract, which version. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID contractId;
        private UUID versionId;

        public Key() {}

        Key(UUID contractId, UUID versionId) {
            this.contractId = contractId;
            this.versionId = versionId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && contractId.equals(key.contractId) && versionId.equals(key.versionId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(contractId, versionId);
        }
    }
}
