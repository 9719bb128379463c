package app.countersign.access.web;

import app.countersign.access.SigningIn;
import app.countersign.access.Step;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /welcome/password}: another password, before anything else opens. */
@Named
@RequestScoped
public class NewPasswordPage {

    @Inject
    private Arriving arriving;

    @Inject
    private SigningIn signingIn;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private String password;
    private String again;
    private String then;

    public void open() {
        arriving.stayOnlyIf(Step.PASSWORD, then);
    }

    public void choose() {
        signingIn.choosePassword(arriving.session(), password, again);
        saying.done("access.password.changed");
        arriving.onward(then);
    }

    public List<Tick> getTicks() {
        return arriving.session() == null ? List.of() : Tick.all(signingIn.look(arriving.session(), password), words);
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

    public String getThen() {
        return then;
    }

    public void setThen(String then) {
        this.then = then;
    }
}
