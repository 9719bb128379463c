package app.countersign.access.web;

import app.countersign.access.DemoAccounts;
import app.countersign.access.ProviderFailure;
import app.countersign.access.Remembering;
import app.countersign.access.SigningInElsewhere;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Settings;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** {@code /sign-in}: user name and password, and on to where the person wanted to go. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private Remembering remembering;

    @Inject
    private Saying saying;

    @Inject
    private Settings settings;

    @Inject
    private SigningInElsewhere elsewhere;

    @Inject
    private Words words;

    private String userName;
    private String password;
    private String then;
    private boolean ended;
    private String provider;

    public void signIn() throws IOException {
        if (remembering.signIn(userName, password)) {
            FacesContext.getCurrentInstance().getExternalContext().redirect(destination(then));
        } else {
            saying.wrong("access.sign-in.refused");
        }
    }

    /** The accounts that everybody may try, one a line; none outside the demonstration. */
    public String getDemoAccounts() {
        return settings.demo() ? String.join("\n", DemoAccounts.lines()) : "";
    }

    /** Only a path of this application: a link must not lead a person who just signed in to somewhere else. */
    static String destination(String then) {
        return then != null && then.matches("/(?!/)[^\\\\\\p{Cntrl}]*") ? then : "/";
    }

    /** Whether people may sign in at a provider of the settings. */
    public boolean isElsewhere() {
        return elsewhere.label().isPresent();
    }

    public String getElsewhereText() {
        return elsewhere
                .label()
                .filter(label -> !label.isEmpty())
                .map(label -> words.with("access.provider.at", label))
                .orElseGet(() -> words.get("access.provider.action"));
    }

    public String getElsewhereHref() {
        return ProviderServlet.START + "?then=" + URLEncoder.encode(destination(then), StandardCharsets.UTF_8);
    }

    /** Why nothing came of a sign-in at the provider; empty for what is none of our words. */
    public String getProviderProblem() {
        return Stream.of(ProviderFailure.Why.values())
                .map(KebabCase::of)
                .filter(why -> why.equals(provider))
                .map(why -> words.get("access.provider.problem." + why))
                .findFirst()
                .orElse("");
    }

    public String getProvider() {
        return provider;
    }

    public void setProvider(String provider) {
        this.provider = provider;
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
