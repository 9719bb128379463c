package app.countersign.access;

import app.countersign.kernel.Origins;
import app.countersign.kernel.PlainProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * Who acts in this request, for the trail: an account on a page or through the API, a customer by a personal link, a
 * stranger who has not shown who they are, or the application itself in a job.
 */
@RequestScoped
public class Actor {

    /** @param kind {@code account}, {@code customer}, {@code stranger}, {@code system}
     * @param id the account's id, the customer's e-mail address; null for the others
     * @param name what a person reads; empty for a stranger
     * @param channel {@code page}, {@code api}, {@code link}, {@code job}
     * @param address where the request came from; null for a job */
    public record Identity(String kind, String id, String name, String channel, String address) {

        /** The application by itself. */
        public static final Identity SYSTEM = new Identity("system", null, "Countersign", "job", null);
    }

    @Inject
    private SecurityContext security;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Origins origins;

    private String customer;
    private String customerEmail;

    /** From here on a customer acts, whom a personal link let in that went to that address. */
    public void isCustomer(String name, String email) {
        this.customer = name;
        this.customerEmail = email;
    }

    public Identity identity() {
        Optional<Caller> caller = caller();
        if (caller.isPresent()) {
            Caller c = caller.get();
            return new Identity(
                    "account", c.accountId().toString(), c.displayName(), c.isProgram() ? "api" : "page", address());
        }
        if (customer != null) {
            return new Identity("customer", customerEmail.toLowerCase(Locale.ROOT), customer, "link", address());
        }
        String address = address();
        return address == null
                ? Identity.SYSTEM
                : new Identity("stranger", null, "", PlainProblem.isFor(request) ? "api" : "page", address);
    }

    /** The signed-in account, if any: none in a job, whose thread has no request. */
    public Optional<Caller> caller() {
        try {
            return security.getPrincipalsByType(Caller.class).stream().findFirst();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    boolean isIn(String role) {
        return caller().filter(caller -> caller.roles().contains(role)).isPresent();
    }

    private String address() {
        try {
            return origins.of(request).address();
        } catch (RuntimeException e) {
            return null;
        }
    }
}
