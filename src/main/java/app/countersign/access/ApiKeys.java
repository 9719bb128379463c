package app.countersign.access;

import app.countersign.kernel.DiskRoom;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The API keys of accounts: who has one makes and revokes it, and an administrator sees and revokes everybody's. */
@Stateless
public class ApiKeys {

    /** So many keys at a time are more than anybody's programs need. */
    static final int MOST = 50;

    @Inject
    private Accounts accounts;

    @Inject
    private Actor actor;

    @Inject
    private Settings settings;

    @Inject
    private DiskRoom room;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * A key as lists show it.
     *
     * @param hint its last letters
     * @param state {@code valid}, {@code expired}, {@code revoked}
     * @param expiresAt missing for the key of the settings
     */
    public record Row(
            UUID id,
            String account,
            String label,
            String hint,
            Set<String> scopes,
            String state,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsedAt) {}

    /** @param key to be shown once: only its hash is kept */
    public record Made(Row row, String key) {}

    /** The caller's own, the newest first. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public List<Row> mine() {
        return accounts.keysOf(caller().accountId()).stream().map(this::row).toList();
    }

    /** Everybody's, the newest first. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<Row> all() {
        return accounts.keys().stream().map(this::row).toList();
    }

    /**
     * Makes a key for the caller's account.
     *
     * @param lastDay on which it opens anything; null for a year from today
     * @throws app.countersign.kernel.Invalid with complaints for {@code label}, {@code scopes}, {@code expiresOn}
     * @throws Refused if a key asks for more than it has itself, or if there are too many
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Made make(String label, Set<String> scopes, LocalDate lastDay) {
        KeyTerms terms = KeyTerms.read(label, scopes, lastDay, today());
        Account account = accounts.find(caller().accountId()).orElseThrow();
        refuseMore(terms);
        if (mine().stream().filter(row -> row.state().equals("valid")).count() >= MOST) {
            throw Refused.because("access.key.refusal.too-many", MOST);
        }
        String text = KeyText.random();
        ApiKey key =
                new ApiKey(account, terms.label(), text, terms.scopes(), clock.instant(), terms.end(settings.zone()));
        accounts.add(key);
        happened.fire(ApiKeyMade.of(key));
        return new Made(row(key), text);
    }

    /** A key that was lost must not be able to grow: what it makes opens no more, and for no longer, than itself. */
    private void refuseMore(KeyTerms terms) {
        Optional<ApiKey> mother = caller().keyId().flatMap(accounts::key);
        boolean wider = mother.isPresent() && !mother.get().scopes().containsAll(terms.scopes());
        boolean longer = mother.flatMap(ApiKey::expiresAt)
                .filter(end -> end.isBefore(terms.end(settings.zone())))
                .isPresent();
        if (wider || longer) {
            throw Refused.because("access.key.refusal.more-than-itself");
        }
    }

    /** @throws NotFound if there is no such key, or it is another's and the caller no administrator */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public void revoke(UUID id) {
        ApiKey key = accounts.key(id)
                .filter(k -> k.account().id().equals(caller().accountId()) || actor.isIn(Roles.ADMINISTRATOR))
                .orElseThrow(() -> NotFound.because("access.key.refusal.unknown"));
        if (key.revokedAt().isEmpty()) {
            key.revoke(clock.instant());
            happened.fire(ApiKeyRevoked.of(key));
        }
    }

    /** Whom that key stands for. Asked on every request, so that a revoked key is out at once, on every instance. */
    @PermitAll
    public Optional<Caller> recognise(String presented) {
        if (!KeyText.isPlausible(presented)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiKey> key = accounts.key(presented).filter(k -> k.isValid(now));
        if (room.isLeft()) {
            key.ifPresent(k -> k.used(now));
        }
        return key.map(Caller::new);
    }

    private Caller caller() {
        return actor.caller().orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(settings.zone()));
    }

    private Row row(ApiKey key) {
        return new Row(
                key.id(),
                key.account().name(),
                key.label(),
                key.hint(),
                key.scopes(),
                state(key),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt());
    }

    private String state(ApiKey key) {
        if (key.revokedAt().isPresent()) {
            return "revoked";
        }
        return key.isValid(clock.instant()) ? "valid" : "expired";
    }
}
