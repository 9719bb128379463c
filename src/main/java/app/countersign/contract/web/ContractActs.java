package app.countersign.contract.web;

import app.countersign.contract.Checking;
import app.countersign.contract.Countersigning;
import app.countersign.contract.Issuing;
import app.countersign.contract.Previewing;
import app.countersign.contract.Terminating;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.web.Saying;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

/** What can be done with the contract of the page. After each act the contract is shown as it is then. */
@Named
@RequestScoped
public class ContractActs {

    @Inject
    private ContractPage page;

    @Inject
    private Issuing issuing;

    @Inject
    private Checking checking;

    @Inject
    private Countersigning countersigning;

    @Inject
    private Terminating terminating;

    @Inject
    private Previewing previewing;

    @Inject
    private Saying saying;

    @Inject
    private Clock clock;

    private String reason;
    private String contactName;
    private String email;
    private LocalDate day;

    public String issue() {
        return act(() -> link(issuing.issue(id()), "contract.new.issued"));
    }

    public String accept() {
        return act(() -> {
            checking.accept(id(), page.seen());
            return done("contract.done.accept");
        });
    }

    public String refuse() {
        return act(() -> {
            checking.refuse(id(), page.seen(), reason);
            return done("contract.done.refuse");
        });
    }

    /** @throws Refused also if the contract is not as it was when the person decided */
    public String countersign() {
        return act(() -> {
            page.forget();
            if (page.seen() != page.getDetails().version()) {
                throw Refused.because("contract.refusal.changed-meanwhile");
            }
            countersigning.countersign(id());
            return done("contract.done.countersign");
        });
    }

    public String resend() {
        return act(() -> link(issuing.resend(id()), "contract.done.resend"));
    }

    public String readdress() {
        return act(() -> link(issuing.resend(id(), contactName, email), "contract.done.resend"));
    }

    public String revoke() {
        return act(() -> {
            issuing.revokeLinks(id());
            return done("contract.done.revoke");
        });
    }

    public String recordMainContract() {
        return act(() -> {
            checking.recordMainContract(id(), required("mainContractSignedOn"));
            return done("contract.done.main-contract");
        });
    }

    public String withdraw() {
        return act(() -> {
            terminating.withdraw(id(), reason);
            return done("contract.done.withdraw");
        });
    }

    /** The refusal's mail with the reason as typed so far. */
    public Previewing.Letter getLetter() {
        return previewing.refusal(id(), reason == null ? "" : reason);
    }

    private UUID id() {
        return page.uuid();
    }

    private String act(Supplier<String> deed) {
        try {
            return deed.get();
        } finally {
            page.forget();
        }
    }

    private String done(String key) {
        saying.done(key);
        return "/contract/view?faces-redirect=true&id=" + id();
    }

    /** The personal link goes to the next page, and only there. */
    private String link(Issuing.Issued issued, String key) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().put("portalUrl", issued.portalUrl());
        saying.done(key, issued.number());
        return "/contract/view?faces-redirect=true&id=" + id();
    }

    private LocalDate required(String field) {
        if (day == null) {
            throw Invalid.field(field, Reason.of("kernel.text.missing"));
        }
        return day;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getContactName() {
        return contactName;
    }

    public void setContactName(String contactName) {
        this.contactName = contactName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    /** Today, as long as no other day was given. */
    public LocalDate getDay() {
        return day == null ? LocalDate.now(clock) : day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }
}
