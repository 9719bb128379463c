package app.countersign.portal.web;

import app.countersign.announcement.Answering;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Refused;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The changes of sub-processors that a link's holder was told: the list on the contract's page, and {@code
 * /portal/change?link=&change=} where one is answered.
 */
@Named
@RequestScoped
public class PortalChanges {

    @Inject
    private Answering answering;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private List<Answering.Told> told;
    private String reason;

    /** The newest first; none if the link opens nothing, which the page says itself. */
    public List<Answering.Told> getTold() {
        if (told == null) {
            try {
                told = answering.told(link(), words.texts().language());
            } catch (NotFound e) {
                told = List.of();
            }
        }
        return told;
    }

    /** The one that the address names; null if there is none for the link's holder, which is then answered 404. */
    public Answering.Told getChosen() {
        Optional<Answering.Told> chosen = getTold().stream()
                .filter(one -> one.change().id().toString().equals(request.getParameter("change")))
                .findFirst();
        if (chosen.isEmpty()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
        }
        return chosen.orElse(null);
    }

    public void consent() throws IOException {
        try {
            answering.consent(link(), change());
            again();
        } catch (Refused e) {
            saying.refused(e);
        }
    }

    public void object() throws IOException {
        try {
            answering.object(link(), change(), reason);
            again();
        } catch (Refused e) {
            saying.refused(e);
        }
    }

    private UUID change() {
        return Ids.read(request.getParameter("change"), "announcement.refusal.unknown");
    }

    private void again() throws IOException {
        told = null;
        FacesContext.getCurrentInstance().getExternalContext().redirect(address(change()));
    }

    public String address(UUID change) {
        return request.getContextPath() + PortalAddress.change(link()) + "&change=" + change;
    }

    /** Where the answer is sent: the page's own address with the token. */
    public String getAction() {
        return address(change());
    }

    public String getContract() {
        return request.getContextPath() + PortalAddress.contract(link());
    }

    public String stateWord(Answering.Told one) {
        return words.get("announcement.state." + KebabCase.of(one.notice().state()));
    }

    private String link() {
        return String.valueOf(request.getParameter("link"));
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
