package app.countersign.contract.web;

import app.countersign.access.web.Me;
import app.countersign.contract.Assigning;
import app.countersign.contract.ContractDetails;
import app.countersign.contract.ContractRecords;
import app.countersign.kernel.Ids;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.web.Saying;
import app.countersign.mail.Inbox;
import app.countersign.mail.IntakeMail;
import app.countersign.mail.IntakeState;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** {@code /inbox/view?id=}: one mail that came in. */
@Named
@RequestScoped
public class InboxViewPage {

    @Inject
    private Inbox inbox;

    @Inject
    private Assigning assigning;

    @Inject
    private ContractRecords records;

    @Inject
    private Me me;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private UUID id;
    private IntakeMail mail;
    private ContractDetails contract;
    private String number;
    private String remark;

    @PostConstruct
    void read() {
        id = Ids.read(request.getParameter("id"), "mail.intake.refusal.unknown");
    }

    public IntakeMail getMail() {
        if (mail == null) {
            mail = inbox.mail(id);
        }
        return mail;
    }

    /** The contract that it is about, perhaps; null if none is known. */
    public ContractDetails getContract() {
        if (contract == null) {
            contract = getMail().about("contract").map(this::known).orElse(null);
        }
        return contract;
    }

    private ContractDetails known(UUID about) {
        try {
            return records.details(about);
        } catch (NotFound e) {
            // Another processor's: for this person it is not there.
            return null;
        }
    }

    /** Whether a person can decide what becomes of it. */
    public boolean isOpen() {
        return getMail().state() == IntakeState.WAITING && me.may("legal");
    }

    public String assign() {
        UUID to = assigning.assign(id, getNumber());
        saying.done("contract.inbox.assigned");
        return "/contract/view?faces-redirect=true&tab=returned&id=" + to;
    }

    public String dismiss() {
        inbox.dismiss(id, remark);
        saying.done("contract.inbox.dismissed");
        return "/inbox/list?faces-redirect=true";
    }

    /** As typed, or the number of the contract that the mail seems to be about. */
    public String getNumber() {
        if (number == null && getContract() != null) {
            number = getContract().number();
        }
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }
}
