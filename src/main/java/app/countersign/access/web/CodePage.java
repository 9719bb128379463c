package app.countersign.access.web;

import app.countersign.access.Remembering;
import app.countersign.access.SigningIn;
import app.countersign.access.Step;
import app.countersign.kernel.web.Saying;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;

/** {@code /welcome/code}: the code of an authenticator app, or a recovery code. */
@Named
@RequestScoped
public class CodePage {

    @Inject
    private Arriving arriving;

    @Inject
    private SigningIn signingIn;

    @Inject
    private Remembering remembering;

    @Inject
    private Saying saying;

    private String code;
    private String then;

    public void open() {
        arriving.stayOnlyIf(Step.CODE, then);
        code = getKnownCode();
    }

    public void pass() {
        if (signingIn.passCode(arriving.session(), code, remembering.address())) {
            remembering.renewId();
            arriving.onward(then);
        } else {
            code = null;
            saying.wrong("access.code.wrong");
        }
    }

    public void leave() throws ServletException {
        remembering.signOut();
        arriving.onward(null);
    }

    /** In the demonstration, the code of this moment; null elsewhere. */
    public String getKnownCode() {
        return arriving.session() == null
                ? null
                : signingIn.knownCode(arriving.session()).orElse(null);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getThen() {
        return then;
    }

    public void setThen(String then) {
        this.then = then;
    }
}
