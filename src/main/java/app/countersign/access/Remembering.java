package app.countersign.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Begins and ends the session of a person. */
@RequestScoped
public class Remembering {

    @Inject
    private SigningIn signingIn;

    @Inject
    private HttpServletRequest request;

    /** Whether it was them. From the next request on they are known; the session gets a new id, so a planted one is void. */
    public boolean signIn(String userName, String password) {
        Optional<Account> account =
                signingIn.byPassword(userName == null ? "" : userName, password == null ? "" : password);
        account.ifPresent(a -> begin(a, false));
        return account.isPresent();
    }

    /** @param factorPassed whether a second factor was asked for elsewhere, so that ours isn't */
    public void begin(Account account, boolean factorPassed) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setAttribute(Doorkeeper.SESSION_ACCOUNT, account.id());
    }

    public void signOut() throws ServletException {
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
