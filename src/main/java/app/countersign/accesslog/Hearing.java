package app.countersign.accesslog;

import app.countersign.kernel.AccessRefused;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.PersonErased;
import app.countersign.trail.Trail;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Hears of sign-ins, failures and refusals, and writes them down with the act. */
@ApplicationScoped
class Hearing {

    private static final Map<String, Act> ACTS = Map.of(
            "signed-in", Act.SIGN_IN,
            "signed-out", Act.SIGN_OUT,
            "sign-in-failed", Act.SIGN_IN_FAILED,
            "account-locked", Act.LOCKED,
            "access-refused", Act.REFUSED);

    /** Before the trail, which takes away by whom a pseudonym is borne. */
    private static final int EARLY = 1000;

    @Inject
    private AccessNotes notes;

    @Inject
    private AccessEntries entries;

    @Inject
    private Trail trail;

    void hear(@Observes DomainEvent event) {
        Act act = ACTS.get(event.name());
        if (act != null) {
            Object failures = event.facts().get("failures");
            notes.write(new Access(
                    act,
                    event.objectKind(),
                    Optional.of(event.objectId()).filter(id -> !id.equals(AccessRefused.NOTHING)),
                    event.processor(),
                    failures instanceof Integer times ? times : 1));
        }
    }

    /** What they looked at stays, under a pseudonym that nobody can lift; where they came from goes. */
    void forget(@Observes @Priority(EARLY) PersonErased erased) {
        trail.pseudonym(erased).ifPresent(entries::forgetAddresses);
        if (erased.kind().equals("account")) {
            entries.forgetAddressesAbout("account", erased.id());
        }
    }
}
