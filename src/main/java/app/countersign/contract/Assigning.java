package app.countersign.contract;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.mail.Affair;
import app.countersign.mail.Inbox;
import app.countersign.mail.IntakeFile;
import app.countersign.mail.IntakeMail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A person puts a mail that was left to people to the contract that it brings back. */
@Stateless
public class Assigning {

    @Inject
    private Inbox inbox;

    @Inject
    private ReturnDesk desk;

    @Inject
    private ReturnSteps steps;

    @Inject
    private CallersRemit remit;

    /**
     * Takes in the mail's PDF files for that contract.
     *
     * @param number the contract's, as people write it
     * @return the contract's id
     * @throws Invalid with a complaint for {@code number} if there is no such contract
     * @throws Refused if the mail brought no PDF, or has been dealt with
     */
    @RolesAllowed(Roles.LEGAL)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID assign(UUID mailId, String number) {
        IntakeMail mail = inbox.mail(mailId);
        UUID contract = contract(number);
        List<IntakeFile> files = mail.files().stream().filter(IntakeFile::isPdf).toList();
        for (IntakeFile file : files) {
            Provenance from = new Provenance(Door.MAIL, mail.senderText(), mail.sender(), Optional.of(mailId), false);
            desk.take(contract, () -> steps.read(file.sha256()), file.name(), from);
        }
        Affair affair = new Affair(Correspondence.ABOUT, contract, steps.processor(contract));
        inbox.assigned(mailId, Reason.of("contract.intake.assigned", steps.number(contract)), affair);
        return contract;
    }

    private UUID contract(String number) {
        String written = number == null ? "" : number.strip().toUpperCase(Locale.ROOT);
        return steps.contract(Assessing.Claim.ofNumber(written))
                .filter(id -> remit.covers(steps.processor(id)))
                .orElseThrow(() -> Invalid.field("number", Reason.of("contract.refusal.unknown")));
    }
}
