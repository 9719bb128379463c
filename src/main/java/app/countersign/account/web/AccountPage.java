package app.countersign.account.web;

import app.countersign.access.Administering;
import app.countersign.kernel.Ids;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import app.countersign.party.Parties;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code /account/view?id=}: one account, and what an administrator can do with it. */
@Named
@RequestScoped
public class AccountPage {

    @Inject
    private Administering administering;

    @Inject
    private Parties parties;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private Administering.Row row;

    public Administering.Row getRow() {
        if (row == null) {
            row = administering.account(id());
        }
        return row;
    }

    private UUID id() {
        return id(request.getParameter("id"));
    }

    static UUID id(String text) {
        return Ids.read(text, "access.refusal.unknown-account");
    }

    public String getProcessors() {
        return parties.processors().stream()
                .filter(p -> getRow().details().processors().contains(p.id()))
                .map(Organisation::name)
                .collect(Collectors.joining(", "));
    }

    public String getRooms() {
        return getRow().details().remit().rooms().stream()
                .sorted()
                .map(room -> words.get("account.room." + room))
                .collect(Collectors.joining(", "));
    }

    public String close() {
        administering.close(id());
        saying.done("account.done.closed");
        return again();
    }

    public String reopen() {
        administering.reopen(id());
        saying.done("account.done.reopened");
        return again();
    }

    public String sendLink() {
        administering.sendLink(id());
        saying.done("account.done.link-sent");
        return again();
    }

    public String resetFactor() {
        administering.resetFactor(id());
        saying.done("account.done.factor-reset");
        return again();
    }

    public String endSessions() {
        administering.endSessions(id());
        saying.done("account.done.signed-out");
        return again();
    }

    public String erase() {
        administering.erase(id());
        saying.done("account.done.erased");
        return "/account/list?faces-redirect=true";
    }

    private String again() {
        return "/account/view?faces-redirect=true&id=" + id();
    }
}
