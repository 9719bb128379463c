package app.countersign.contract;

import app.countersign.party.Organisation;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What anybody may learn of a contract who holds one of its documents, byte for byte, and nobody else. For the public
 * verification.
 */
@Stateless
public class PublicStanding {

    @Inject
    private Contracts contracts;

    /**
     * How it stands with the contract of a document that is genuine.
     *
     * @param kind what the document is
     * @param madeAt when it was made
     * @param signatory who signed for the processor
     */
    public record Standing(
            String number,
            DocumentKind kind,
            String processor,
            ContractState state,
            Instant madeAt,
            Optional<String> signatory,
            Optional<LocalDate> effectiveOn,
            Optional<LocalDate> endsOn) {}

    /** @param sha256 of the whole file, in lower-case hexadecimal digits */
    @PermitAll
    public Optional<Standing> ofDocument(String sha256) {
        return contracts.documentWithHash(sha256).map(this::standing);
    }

    /** The SHA-256 of the countersigned document of the contract that a file claims to be; to compare with the file. */
    @PermitAll
    public Optional<String> countersignedHash(UUID contractId) {
        return contracts.document(contractId, DocumentKind.COUNTERSIGNED).map(ContractDocument::sha256);
    }

    private Standing standing(ContractDocument document) {
        Contract contract = contracts.require(document.contractId());
        Organisation processor = contract.processor();
        return new Standing(
                contract.number(),
                document.kind(),
                processor.name(),
                contract.state(),
                document.madeAt(),
                contract.processorSignature().map(ProcessorSignature::person),
                contract.effectiveOn(),
                contract.endsOn());
    }
}
