package app.countersign.contract;

import app.countersign.kernel.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Checks one-time codes in a transaction of their own: a wrong attempt counts, whatever is rolled back because of it. */
@ApplicationScoped
class CodeChecks {

    @Inject
    private PersonalLinks links;

    @Inject
    private Clock clock;

    /** @return why the code does not do; empty if it does, and then it is used up */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Reason> check(String token, String code) {
        return links.lock(token).proves(code, clock.instant());
    }
}
