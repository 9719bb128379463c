package app.countersign.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How a store calls a controller. */
@Entity(name = "RetentionTenant")
@Table(name = "retention_tenant")
public class Tenant {

    @Id
    private UUID id;

    @Column(name = "store_id")
    private UUID storeId;

    private String tenant;

    @Column(name = "controller_id")
    private UUID controllerId;

    protected Tenant() {}

    /** @param tenant the value of the tenant's column */
    Tenant(UUID store, String tenant, UUID controller) {
        this.id = UUID.randomUUID();
        this.storeId = store;
        this.tenant = tenant;
        this.controllerId = controller;
    }

    public UUID id() {
        return id;
    }

    public String tenant() {
        return tenant;
    }

    public UUID controllerId() {
        return controllerId;
    }
}
