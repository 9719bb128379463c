package app.countersign.contract;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/** Personal links for other rooms that have something for a contract's controller to read. */
@ApplicationScoped
public class CustomerLinks {

    @Inject
    private PersonalLinks links;

    @Inject
    private Correspondence correspondence;

    @Inject
    private CodeChecks codes;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

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

    /**
     * Mails a one-time code to the address to which the link went, so that the link alone is not enough.
     *
     * @throws NotFound if the link does not open
     * @throws Refused if the last one is too young, or there were too many
     */
    public void sendCode(String token) {
        PersonalLink link = links.lock(token);
        String code = Secret.code();
        link.sendsCode(code, clock.instant());
        correspondence.accessCode(link, code);
    }

    /** Whoever has that code reads the mail of the link's address. It is used up.
     *
     * @throws Invalid with a complaint for {@code code} if it is not the one */
    public void prove(String token, String code) {
        codes.check(token, code).ifPresent(complaint -> {
            throw Invalid.field("code", complaint);
        });
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
