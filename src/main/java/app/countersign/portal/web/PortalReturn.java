package app.countersign.portal.web;

import app.countersign.contract.ReturnDetails;
import app.countersign.contract.ReturnState;
import app.countersign.contract.Returning;
import app.countersign.contract.web.Dropping;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
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
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** On the page behind the personal link: the customer brings the filled form instead of signing here. */
@Named
@RequestScoped
public class PortalReturn extends Dropping {

    /** The parameter that names the file that was brought. */
    private static final String BROUGHT = "returned";

    @Inject
    private Returning returning;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private ReturnDetails brought;

    public void bring() throws IOException {
        try {
            UUID id = taken((content, name) -> returning.bring(link(), content, name));
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(request.getContextPath() + PortalAddress.contract(link()) + "&" + BROUGHT + "=" + id);
        } catch (Refused e) {
            saying.refused(e);
        }
    }

    private String link() {
        return String.valueOf(request.getParameter(PortalAddress.LINK));
    }

    /** The file that was brought just now; null if none was. */
    public ReturnDetails getBrought() {
        String id = request.getParameter(BROUGHT);
        if (brought == null && id != null) {
            try {
                brought = returning.brought(link(), UUID.fromString(id));
            } catch (NotFound | IllegalArgumentException e) {
                // An address that somebody has changed; the page stands for itself.
                return null;
            }
        }
        return brought;
    }

    /** What came of it, in a sentence. */
    public String getOutcome() {
        return words.get("portal.return." + getBrought().state().name().toLowerCase(Locale.ROOT));
    }

    public boolean isGood() {
        return getBrought().state() == ReturnState.TAKEN;
    }

    /** Why, with page and place; nothing for a file that was taken. */
    public List<String> getReasons() {
        if (isGood()) {
            return List.of();
        }
        Stream<Reason> found = getBrought().protocol().assessment().reasons().stream();
        return Stream.concat(found, getBrought().protocol().doubts().stream())
                .map(reason -> reason.in(words.texts().language()))
                .toList();
    }
}
