package app.countersign.portal.web;

import app.countersign.announcement.Announcement;
import app.countersign.announcement.FollowingChanges;
import app.countersign.announcement.PublicRegister;
import app.countersign.kernel.Country;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/** {@code /portal/sub-processors?of=okomo}: a processor's sub-processors and announced changes, for anybody. */
@Named
@RequestScoped
public class PublicSubProcessors {

    @Inject
    private PublicRegister register;

    @Inject
    private FollowingChanges following;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private PublicRegister.Published published;
    private boolean unknown;
    private String email;

    /** Null for a processor that is not there, which is then answered 404. */
    public PublicRegister.Published getPublished() {
        if (published == null && !unknown) {
            try {
                published = register.of(request.getParameter("of"));
            } catch (NotFound e) {
                unknown = true;
                FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
            }
        }
        return published;
    }

    public String countries(Collection<Country> some) {
        return some.stream().map(one -> one.name(words.texts().language())).collect(Collectors.joining(", "));
    }

    public String kind(Announcement change) {
        return words.get("subprocessor.change." + KebabCase.of(change.kind()));
    }

    public void subscribe() throws IOException {
        try {
            following.ask(request.getParameter("of"), email, words.texts().language());
            FacesContext.getCurrentInstance().getExternalContext().redirect(getHere() + "&asked=yes");
        } catch (Refused e) {
            saying.refused(e);
        }
    }

    /** Whether somebody has just sent the form. Nothing is said of whether the address was known. */
    public boolean isAsked() {
        return request.getParameter("asked") != null;
    }

    /** The page's own address. */
    public String getHere() {
        return request.getContextPath() + "/portal/sub-processors?of=" + code();
    }

    private String code() {
        return URLEncoder.encode(String.valueOf(request.getParameter("of")), StandardCharsets.UTF_8);
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getFeed() {
        return request.getContextPath() + "/portal/sub-processors.atom?of=" + code();
    }
}
