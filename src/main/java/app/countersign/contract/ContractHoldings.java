package app.countersign.contract;

import app.countersign.document.SealNote;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What is held of a contract, for the room that hands it back and confirms that it is gone. */
@ApplicationScoped
public class ContractHoldings {

    @Inject
    private Contracts contracts;

    @Inject
    private OwnContracts own;

    @Inject
    private ReturnedFiles returned;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Seals seals;

    @Inject
    private StoredFiles files;

    @Inject
    private Clock clock;

    /** @throws app.countersign.kernel.NotFound if there is none, or none for the caller */
    public Contract require(UUID id) {
        return own.require(id);
    }

    /** @throws app.countersign.kernel.NotFound if there is none of that number, or none for the caller */
    public Contract require(String number) {
        return own.require(number);
    }

    /** The contract as data, as it is attached to the countersigned document. */
    public byte[] data(Contract contract) {
        return ContractData.json(contract, versions.template(contract.template()), contracts.evidence(contract.id()));
    }

    public List<ContractDocument> documents(Contract contract) {
        return contracts.documents(contract.id());
    }

    /** What came back for it. */
    public List<ReturnedFile> returned(Contract contract) {
        return returned.of(contract.id());
    }

    /** Seals a confirmation of what became of the data, and keeps it with the contract. */
    public ContractDocument confirm(Contract contract, byte[] pdf) {
        String why = Texts.of(contract.language()).text("contract.mark.disposal", contract.number());
        SealNote note = new SealNote(contract.processor().name(), why, null);
        byte[] sealed = seals.seal(pdf, contract.processor(), note);
        ContractDocument document = new ContractDocument(
                contract, DocumentKind.DISPOSAL, files.store(sealed, "application/pdf"), clock.instant());
        contracts.add(document);
        return document;
    }
}
