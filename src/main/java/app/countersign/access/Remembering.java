package app.countersign.access;

import app.countersign.kernel.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** Begins and ends the session of a person in this browser. */
@RequestScoped
public class Remembering {

    /** Where the browser's session keeps the id of its row. */
    static final String SESSION = "countersign.session";

    @Inject
    private SigningIn signingIn;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Actor actor;

    @Inject
    private Settings settings;

    /** Whether it was them. From the next request on they are known, if nothing else is asked. */
    public boolean signIn(String userName, String password) {
        Optional<Account> account =
                signingIn.byPassword(userName == null ? "" : userName, password == null ? "" : password, address());
        account.ifPresent(a -> begin(a, false));
        return account.isPresent();
    }

    /**
     * Begins a session. It gets a new id, so that a planted one is void, and what an earlier one held is gone.
     *
     * @param factorPassed whether a second factor was asked for elsewhere, so that ours isn't
     */
    public void begin(Account account, boolean factorPassed) {
        forget();
        HttpSession session = request.getSession();
        request.changeSessionId();
        // The row ends first: so it can be told from a session that never was.
        session.setMaxInactiveInterval(
                (int) settings.sessions().idle().plusMinutes(5).toSeconds());
        session.setAttribute(
                SESSION, signingIn.begin(account, factorPassed, address(), request.getHeader("User-Agent")));
    }

    /** The session of this browser; empty where nobody has given a right password. */
    public Optional<UUID> session() {
        return of(request);
    }

    static Optional<UUID> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(s -> (UUID) s.getAttribute(SESSION));
    }

    /** Where the request comes from. */
    public String address() {
        return Optional.ofNullable(actor.address()).orElse("");
    }

    /** A session that has become worth more gets another id. */
    public void renewId() {
        request.changeSessionId();
    }

    public void signOut() throws ServletException {
        request.logout();
        forget();
    }

    private void forget() {
        session().ifPresent(signingIn::end);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
