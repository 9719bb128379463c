package app.countersign.portal.web;

import app.countersign.announcement.FollowingChanges;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * {@code /portal/subscription?token=}: confirming a subscription and ending it. A click is needed for either, since programs
 * that look through mails open links.
 */
@Named
@RequestScoped
public class PortalSubscription {

    @Inject
    private FollowingChanges following;

    @Inject
    private HttpServletRequest request;

    private FollowingChanges.Standing standing;

    /** Null if the link opens nothing, which is then answered 404. */
    public FollowingChanges.Standing getStanding() {
        if (standing == null) {
            standing = following.standing(token()).orElse(null);
            if (standing == null && !isEnded()) {
                FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
            }
        }
        return standing;
    }

    public void confirm() throws IOException {
        try {
            following.confirm(token());
        } catch (NotFound e) {
            // The page says itself that the link opens nothing.
            standing = null;
        }
        go("");
    }

    public void end() throws IOException {
        following.end(token());
        go("&ended=yes");
    }

    private void go(String more) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(getAction() + more);
    }

    /** Whether it has just ended. */
    public boolean isEnded() {
        return request.getParameter("ended") != null;
    }

    /** The page's own address with the token. */
    public String getAction() {
        return request.getContextPath() + PortalAddress.subscription(token());
    }

    private String token() {
        return String.valueOf(request.getParameter("token"));
    }
}
