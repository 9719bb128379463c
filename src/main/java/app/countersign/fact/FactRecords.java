package app.countersign.fact;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.OwnFact;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The facts as people and programs read them. */
@Stateless
public class FactRecords {

    @Inject
    private OwnFacts facts;

    @Inject
    private CallersRemit remit;

    /** By name. Those that count what belongs to several processors only for who answers for all. */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<OwnFact> all() {
        boolean whole = remit.get().everyProcessor();
        return facts.all().stream().filter(fact -> whole || !fact.ofAll()).toList();
    }
}
