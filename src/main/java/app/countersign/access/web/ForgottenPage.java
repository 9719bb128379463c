package app.countersign.access.web;

import app.countersign.access.FollowingLinks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@code /welcome/forgotten}: the same answer to everybody, whether they have an account or not. */
@Named
@RequestScoped
public class ForgottenPage {

    @Inject
    private FollowingLinks links;

    private String typed;
    private boolean sent;

    public void send() {
        links.forgotten(typed);
        sent = true;
    }

    public boolean isSent() {
        return sent;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
