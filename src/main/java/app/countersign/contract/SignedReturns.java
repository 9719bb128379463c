package app.countersign.contract;

import app.countersign.document.StoredFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What of a file that came back goes into the countersigned document. */
@ApplicationScoped
class SignedReturns {

    @Inject
    private ReturnedFiles returned;

    @Inject
    private PageReading pages;

    @Inject
    private StoredFiles files;

    /** The file whose values stand in the contract. */
    Optional<ReturnedFile> taken(Contract contract) {
        return returned.taken(contract.id());
    }

    /**
     * That file, if our signature can be added to its very bytes: soundly signed by cryptography, unaltered by the strict
     * test, and saying what the contract says, with nothing corrected since.
     */
    Optional<byte[]> toContinue(Contract contract) {
        return taken(contract)
                .filter(file -> saysTheSame(contract, ReturnProtocol.of(files.read(file.protocol()))))
                .map(file -> files.read(file.sha256()));
    }

    private boolean saysTheSame(Contract contract, ReturnProtocol protocol) {
        SignaturePage.Entry entry = ReturnSteps.entry(protocol.assessment());
        return protocol.assessment().soundlySigned()
                && pages.complaints(contract, entry).isEmpty()
                && contract.page().equals(Optional.of(pages.read(contract, entry)));
    }
}
