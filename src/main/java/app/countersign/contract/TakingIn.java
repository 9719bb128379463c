package app.countersign.contract;

import app.countersign.access.FreshProof;
import app.countersign.access.Roles;
import app.countersign.document.VirusCheck;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Taking in a contract that was concluded elsewhere and is in force. */
@Stateless
public class TakingIn {

    @Inject
    private PaperIntake intake;

    @Inject
    private PaperSteps steps;

    @Inject
    private OwnContracts own;

    @Inject
    private OwnTemplates templates;

    @Inject
    private ReturnDesk desk;

    @Inject
    private VirusCheck viruses;

    @Inject
    private FreshProof proof;

    /**
     * What came of it.
     *
     * @param withPaper whether its paper is kept here
     */
    public record Taken(UUID id, String number, ContractState state, boolean withPaper) {}

    /** What keeps it from being taken in, as it is being typed; empty when nothing does. */
    @RolesAllowed(Roles.LEGAL)
    public Map<String, Reason> complaints(PaperContract wanted) {
        return intake.complaints(wanted);
    }

    /** All versions of the templates that the caller may use, by code, the newest of each first. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<TemplateVersion> versions() {
        return templates.all();
    }

    /**
     * Takes a contract in: it is in force from then on, and nobody is written to.
     *
     * @param file its paper as PDF; null if that is added later. Not closed
     * @throws Invalid with all there is to complain of, of {@code file}, too
     * @throws Refused if the caller has not proven who they are
     */
    @RolesAllowed(Roles.LEGAL)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Taken takeIn(PaperContract wanted, InputStream file) {
        proof.require();
        Map<String, Reason> complaints = new LinkedHashMap<>(steps.complaints(wanted));
        byte[] pdf = null;
        try {
            pdf = file == null ? null : desk.paper(file, viruses);
        } catch (Invalid e) {
            complaints.putAll(e.complaints());
        }
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return steps.take(wanted, pdf);
    }

    /**
     * Adds the paper of a contract that was taken in without it; once.
     *
     * @throws Invalid with a complaint for {@code file}
     * @throws Refused if it is there already, the contract came about here, or the caller has not proven who they are
     */
    @RolesAllowed(Roles.LEGAL)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void addPaper(UUID contractId, InputStream file) {
        own.check(contractId);
        proof.require();
        steps.add(contractId, desk.paper(file, viruses));
    }
}
