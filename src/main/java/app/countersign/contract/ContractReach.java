package app.countersign.contract;

import app.countersign.access.Remit;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What decides who may know of a contract.
 *
 * @param closedAt null as long as it goes on
 */
public record ContractReach(UUID id, UUID processor, Instant createdAt, Instant closedAt) {

    boolean isWithin(Remit remit) {
        return remit.covers(processor) && remit.reaches(createdAt, Optional.ofNullable(closedAt));
    }
}
