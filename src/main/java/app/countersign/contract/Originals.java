package app.countersign.contract;

import app.countersign.document.StoredFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The documents that files are compared with. Each look takes a transaction of its own: judging a file takes long. */
@ApplicationScoped
class Originals implements Judge.Records {

    @Inject
    private Contracts contracts;

    @Inject
    private StoredFiles files;

    @Inject
    private Seals seals;

    /** Every certificate with which we have sealed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Set<X509Certificate> certificates() {
        return seals.certificates();
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Original> withHash(String sha256) {
        return contracts.documentWithHash(sha256).map(this::original);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Original> ofContract(UUID id) {
        return contracts.documents(id).stream().map(this::original).toList();
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public byte[] bytes(Original original) {
        return files.read(original.file().sha256());
    }

    private Original original(ContractDocument document) {
        Contract contract = contracts.require(document.contractId());
        return Original.of(document, contract, contracts.evidence(contract.id()));
    }
}
