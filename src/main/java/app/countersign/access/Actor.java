package app.countersign.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who acts in this request, for the trail: an account on a page or through the API, a customer by a personal link, or
 * the application itself in a job.
 */
@RequestScoped
public class Actor {

    /** @param kind {@code account}, {@code customer}, {@code system}
     * @param id the account's id; null for the others
     * @param name what a person reads
     * @param channel {@code page}, {@code api}, {@code link}, {@code job}
     * @param address where the request came from; null for a job */
    public record Identity(String kind, String id, String name, String channel, String address) {}

    @Inject
    private SecurityContext security;

    @Inject
    private HttpServletRequest request;

    private String customer;
    private Account arriving;

    /** From here on a customer acts, whom a personal link let in. */
    public void isCustomer(String name) {
        this.customer = name;
    }

    /** From here on that account acts, though the container does not know it yet: it is signing in. */
    void arrives(Account account) {
        this.arriving = account;
    }

    public Identity identity() {
        Optional<Caller> caller = caller();
        if (caller.isPresent()) {
            Caller c = caller.get();
            return new Identity(
                    "account", c.accountId().toString(), c.displayName(), c.isProgram() ? "api" : "page", address());
        }
        if (arriving != null) {
            return new Identity("account", arriving.id().toString(), arriving.name(), "page", address());
        }
        return customer == null
                ? new Identity("system", null, "Countersign", "job", null)
                : new Identity("customer", null, customer, "link", address());
    }

    /** The signed-in account, if any: none in a job, whose thread has no request. */
    public Optional<Caller> caller() {
        try {
            return security.getPrincipalsByType(Caller.class).stream().findFirst();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Where the request came from; null in a job. */
    public String address() {
        try {
            return request.getRemoteAddr();
        } catch (RuntimeException e) {
            return null;
        }
    }
}
