package app.countersign.access.web;

import app.countersign.access.Enrolment;
import app.countersign.access.Remembering;
import app.countersign.access.SigningIn;
import app.countersign.access.Step;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /welcome/factor}: sets up the second factor that the person's role requires, and hands out recovery codes. */
@Named
@RequestScoped
public class FactorPage {

    @Inject
    private Arriving arriving;

    @Inject
    private SigningIn signingIn;

    @Inject
    private Remembering remembering;

    private Enrolment enrolment;
    private String code;
    private String then;
    private List<String> codes = List.of();

    public void open() {
        arriving.stayOnlyIf(Step.FACTOR, then);
    }

    public void confirm() {
        codes = signingIn
                .confirmFactor(arriving.session(), code, remembering.address())
                .orElseThrow(() -> Invalid.field("code", Reason.of("access.code.wrong")));
        remembering.renewId();
    }

    public Enrolment getEnrolment() {
        if (enrolment == null) {
            enrolment = signingIn.enrolment(arriving.session());
        }
        return enrolment;
    }

    /** Empty until the app's first code was right; then shown, this once. */
    public List<String> getCodes() {
        return codes;
    }

    public String getDestination() {
        return Arriving.destination(then);
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
