package app.countersign.portal.web;

import app.countersign.kernel.NotFound;
import app.countersign.kernel.Refused;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.retention.DisposalChoice;
import app.countersign.retention.DisposalReader;
import app.countersign.retention.Passphrases;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** After the end the link's holder says what is to become of the data, and fetches it. */
@Named
@RequestScoped
public class PortalDisposal {

    @Inject
    private DisposalReader reader;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private DisposalReader.Standing standing;
    private boolean asked;
    private String code;
    private Passphrases.Passphrase passphrase;

    /** Null as long as the contract has not ended, and where the link opens nothing, which the page says itself. */
    public DisposalReader.Standing getStanding() {
        if (!asked) {
            asked = true;
            try {
                standing = reader.standing(link(), words.texts().language()).orElse(null);
            } catch (NotFound e) {
                standing = null;
            }
        }
        return standing;
    }

    public void giveBack() throws IOException {
        choose(DisposalChoice.RETURN);
    }

    public void delete() throws IOException {
        choose(DisposalChoice.DELETE);
    }

    private void choose(DisposalChoice choice) throws IOException {
        try {
            reader.choose(link(), choice);
            redirect();
        } catch (Refused e) {
            asked = false;
            saying.refused(e);
        }
    }

    private void redirect() throws IOException {
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + PortalAddress.contract(link()));
    }

    public boolean isChosen(String word) {
        return getStanding() != null
                && standing.choice()
                        .filter(choice -> choice.name().equalsIgnoreCase(word))
                        .isPresent();
    }

    /** Mails the code that {@link #reveal} asks for. */
    public void sendCode() throws IOException {
        try {
            reader.sendCode(link());
            redirect();
        } catch (Refused e) {
            saying.refused(e);
        }
    }

    /** Draws a new passphrase. The page shows it in its answer, and never again. */
    public void reveal() {
        try {
            passphrase = reader.passphrase(link(), code);
        } catch (Refused e) {
            saying.refused(e);
        }
    }

    /** What was typed is not shown again. */
    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** Null unless it was asked for just now. */
    public String getPassphrase() {
        return passphrase == null ? null : passphrase.words();
    }

    /** Where the data is fetched that opens with it. */
    public String getAddress() {
        return request.getContextPath() + PortalAddress.data(link(), passphrase.ticket());
    }

    private String link() {
        return String.valueOf(request.getParameter("link"));
    }
}
