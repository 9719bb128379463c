package app.countersign.access.web;

import app.countersign.access.FollowingLinks;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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

    private String key;
    private String password;
    private String again;

    /** Null if the link is good no more. */
    public FollowingLinks.Holder getHolder() {
        return links.holder(key).orElse(null);
    }

    public String choose() {
        links.choosePassword(key, password, again);
        saying.done("access.link.done");
        return "/sign-in?faces-redirect=true";
    }

    public List<Tick> getTicks() {
        return Tick.all(links.look(key, password), words);
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
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
