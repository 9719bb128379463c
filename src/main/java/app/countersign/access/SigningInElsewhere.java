package app.countersign.access;

import app.countersign.access.ProviderFailure.Why;
import app.countersign.vault.Vault;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way of a person to the provider and back. Not in a transaction: the provider may take its time. */
@ApplicationScoped
public class SigningInElsewhere {

    private static final String PURPOSE = "provider-errand";

    @Inject
    private Provider provider;

    @Inject
    private Admission admission;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    /**
     * @param to the provider's page
     * @param ticket what the browser keeps until it comes back; nobody can read or change it
     */
    public record Departure(URI to, String ticket) {}

    /** @param then where the person wanted to go */
    public record Arrival(Account account, boolean factorPassed, String then) {}

    /** What the button says; empty for our own words; nothing if there is no provider. */
    public Optional<String> label() {
        return provider.settings().map(ProviderSettings::label);
    }

    /** @param then where the person wants to go */
    public Departure depart(String then) throws ProviderFailure {
        Errand errand = Errand.begin(then, clock.instant());
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(vault.conceal(errand.bytes(), PURPOSE));
        return new Departure(provider.address(errand), ticket);
    }

    /** Where the bearer of that ticket wanted to go. */
    public Optional<String> then(String ticket) {
        return errand(ticket).map(Errand::then);
    }

    /**
     * @param ticket as the browser kept it, or null
     * @param state what the provider sends back, or null
     * @param code to be changed for what it says of the person, or null
     * @param error what it says instead, or null
     */
    public Arrival arrive(String ticket, String state, String code, String error) throws ProviderFailure {
        Errand errand = errand(ticket)
                .filter(e -> isSame(e.state().getValue(), state))
                .orElseThrow(() -> new ProviderFailure(Why.STALE, "an answer to no sign-in of this browser"));
        if (!isFirst(state)) {
            throw new ProviderFailure(Why.STALE, "an answer that was taken already");
        }
        if (error != null || code == null || code.isBlank()) {
            throw new ProviderFailure(Why.DECLINED, "the provider declined");
        }
        ProviderPerson person = person(provider.claims(errand, new AuthorizationCode(code)));
        Account account = admission
                .admit(person)
                .orElseThrow(() -> new ProviderFailure(Why.NOT_ADMITTED, "somebody who may not enter"));
        return new Arrival(account, person.factorPassed(), errand.then());
    }

    /** Of two that come at the same moment, the database lets one in. */
    private boolean isFirst(String state) {
        try {
            return admission.isFirst(state);
        } catch (EJBException e) {
            if (app.countersign.kernel.Outage.isBehind(e)) {
                throw e;
            }
            return false;
        }
    }

    private Optional<Errand> errand(String ticket) {
        if (ticket == null || provider.settings().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Errand.of(vault.reveal(Base64.getUrlDecoder().decode(ticket), PURPOSE), clock.instant());
        } catch (IllegalArgumentException | Vault.Unreadable e) {
            return Optional.empty();
        }
    }

    private static boolean isSame(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private ProviderPerson person(IDTokenClaimsSet claims) {
        ProviderSettings rules = provider.settings().orElseThrow();
        Optional<String> email = text(claims, "email").filter(e -> isTrue(claims.getClaim("email_verified")));
        String userName = text(claims, "preferred_username").or(() -> email).orElse("");
        return new ProviderPerson(
                claims.getIssuer().getValue(),
                claims.getSubject().getValue(),
                userName,
                text(claims, "name").orElse(userName),
                email,
                words(claims.getClaim(rules.groupsClaim())),
                !Collections.disjoint(rules.factors(), methods(claims)));
    }

    private static Set<String> methods(IDTokenClaimsSet claims) {
        return Stream.concat(words(claims.getClaim("amr")).stream(), words(claims.getClaim("acr")).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<String> text(IDTokenClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getClaim(name))
                .filter(String.class::isInstance)
                .map(value -> ((String) value).strip())
                .filter(value -> !value.isEmpty());
    }

    /** Some providers write booleans as text. */
    private static boolean isTrue(Object claim) {
        return Boolean.TRUE.equals(claim) || "true".equals(claim);
    }

    /** One text or several. */
    private static Set<String> words(Object claim) {
        Collection<?> all =
                claim instanceof Collection<?> several ? several : claim == null ? List.of() : List.of(claim);
        return all.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }
}
