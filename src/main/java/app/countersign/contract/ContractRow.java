package app.countersign.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A contract as lists show it. What has not happened yet is null.
 *
 * @param templateLabel the version as the document calls it
 * @param documentDueSince since when the paper of a contract that was concluded elsewhere is missing here
 * @param problemKey what keeps it from being sealed, a message key
 */
public record ContractRow(
        UUID id,
        long serial,
        String number,
        ContractState state,
        String controller,
        String processor,
        String template,
        String templateLabel,
        Instant createdAt,
        Instant expiresAt,
        LocalDate effectiveOn,
        LocalDate endsOn,
        Instant documentDueSince,
        String problemKey) {}
