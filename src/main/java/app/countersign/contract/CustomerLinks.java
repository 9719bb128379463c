package app.countersign.contract;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;

/** Personal links for other rooms that have something for a contract's controller to read. */
@ApplicationScoped
public class CustomerLinks {

    @Inject
    private PersonalLinks links;

    @Inject
    private Settings settings;

    /**
     * A link that was just made; its token can't be had again.
     *
     * @param address where the page stands that it opens
     */
    public record Made(String token, String address) {}

    /**
     * Who comes with a link.
     *
     * @param email the address to which the link went
     */
    public record Holder(UUID contractId, String name, EmailAddress email, Locale language) {}

    /** A link to the contract's page, for whoever is reached at that address. */
    public Made make(Contract contract, EmailAddress holder) {
        String token = links.make(contract, holder);
        return new Made(token, settings.baseUrl() + "/sign/" + token);
    }

    /** @throws NotFound alike for a link that never was, one that has expired and one that was revoked */
    public Holder holder(String token) {
        PersonalLink link = links.open(token);
        Contract contract = link.contract();
        boolean contact = link.email().equals(contract.addresseeEmail())
                && !contract.addresseeName().isEmpty();
        return new Holder(
                contract.id(),
                contact ? contract.addresseeName() : link.email().value(),
                link.email(),
                contract.language());
    }
}
