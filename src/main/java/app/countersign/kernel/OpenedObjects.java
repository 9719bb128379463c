package app.countersign.kernel;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What was opened in this request, after it was found that whoever asks may see it. Activities note it where they check
 * that; when the request is over, the access log learns from here what it was about, by whichever door it came.
 */
@RequestScoped
public class OpenedObjects {

    /**
     * @param kind as events call it: {@code contract}
     * @param processor whose it is; empty for what is no processor's
     */
    public record Opened(String kind, UUID id, Optional<UUID> processor) {}

    /** Whom a personal link names. */
    public record Customer(String name, String email) {}

    private final Set<Opened> noted = new LinkedHashSet<>();
    private Customer customer;

    /** @param processor null for what is no processor's */
    public void note(String kind, UUID id, UUID processor) {
        noted.add(new Opened(kind, id, Optional.ofNullable(processor)));
    }

    /** It was opened by a personal link that went to that person. */
    public void byLinkOf(String name, String email) {
        customer = new Customer(name, email);
    }

    public List<Opened> noted() {
        return List.copyOf(noted);
    }

    public Optional<Customer> customer() {
        return Optional.ofNullable(customer);
    }
}
