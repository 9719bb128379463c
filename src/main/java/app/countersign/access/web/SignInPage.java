package app.countersign.access.web;

import app.countersign.access.DemoAccounts;
import app.countersign.access.Remembering;
import app.countersign.kernel.Settings;
import app.countersign.kernel.web.Saying;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@code /sign-in}: user name and password, and on to where the person wanted to go. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private Remembering remembering;

    @Inject
    private Arriving arriving;

    @Inject
    private Saying saying;

    @Inject
    private Settings settings;

    private String userName;
    private String password;
    private String then;
    private boolean ended;

    public void signIn() {
        if (remembering.signIn(userName, password)) {
            arriving.onward(then);
        } else {
            saying.wrong("access.sign-in.refused");
        }
    }

    /** The accounts that everybody may try, one a line; none outside the demonstration. */
    public String getDemoAccounts() {
        return settings.demo() ? String.join("\n", DemoAccounts.lines()) : "";
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String userName) {
        this.userName = userName;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getThen() {
        return then;
    }

    public void setThen(String then) {
        this.then = then;
    }

    /** Whether the person was signed in until their session ended. */
    public boolean isEnded() {
        return ended;
    }

    public void setEnded(boolean ended) {
        this.ended = ended;
    }
}
