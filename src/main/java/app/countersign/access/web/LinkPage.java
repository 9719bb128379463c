package app.countersign.access.web;

import app.countersign.access.FollowingLinks;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** {@code /welcome/link?key=}: a person who was invited, or has forgotten their password, sets one. */
@Named
@RequestScoped
public class LinkPage {

    @Inject
    private FollowingLinks links;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private String password;
    private String again;

    /** Null if the link is good no more. */
    public FollowingLinks.Holder getHolder() {
        return links.holder(getKey()).orElse(null);
    }

    public String choose() {
        links.choosePassword(getKey(), password, again);
        saying.done("access.link.done");
        return "/sign-in?faces-redirect=true";
    }

    public List<Tick> getTicks() {
        return Tick.all(links.look(getKey(), password), words);
    }

    /** From the address, and then from the form: what is sent while somebody types holds no view parameters. */
    public String getKey() {
        return request.getParameter("key");
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
