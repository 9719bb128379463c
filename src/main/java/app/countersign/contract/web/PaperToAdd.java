package app.countersign.contract.web;

import app.countersign.access.web.Me;
import app.countersign.contract.TakingIn;
import app.countersign.kernel.web.Saying;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The paper of the contract of the page, where that was taken in without it. */
@Named
@RequestScoped
public class PaperToAdd extends Dropping {

    @Inject
    private ContractPage page;

    @Inject
    private TakingIn taking;

    @Inject
    private Saying saying;

    @Inject
    private Me me;

    public boolean isMissing() {
        return page.getDetails()
                .takenIn()
                .filter(from -> from.documentDueSince().isPresent())
                .isPresent();
    }

    public boolean isMine() {
        return isMissing() && me.may("legal");
    }

    public String bring() {
        try {
            taken((content, name) -> {
                taking.addPaper(page.uuid(), name == null || name.isBlank() ? null : content);
                return name;
            });
        } finally {
            page.forget();
        }
        saying.done("contract.paper.done");
        return "/contract/view?faces-redirect=true&id=" + page.uuid();
    }
}
