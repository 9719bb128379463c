package app.countersign.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

/** Every certificate with which anything was sealed. */
@ApplicationScoped
class SealCertificates {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    boolean knows(X509Certificate certificate) {
        return entities.find(SealCertificate.class, SealCertificate.fingerprint(certificate)) != null;
    }

    /** Keeps it. Fails if another instance keeps it at the same moment; then it is known. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void add(X509Certificate certificate) {
        entities.persist(new SealCertificate(certificate, clock.instant()));
    }

    List<X509Certificate> all() {
        return entities.createQuery("select c from SealCertificate c", SealCertificate.class)
                .getResultStream()
                .map(SealCertificate::certificate)
                .toList();
    }
}
