package app.countersign.access;

import app.countersign.kernel.NotFound;
import app.countersign.kernel.OpenedObjects;
import app.countersign.kernel.RefusedAttempts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * What whoever acts in this request is responsible for: an account its remit, the application itself and a customer
 * whom a personal link let in everything, since what they reach is decided elsewhere. Activities ask here, pages don't.
 */
@RequestScoped
public class CallersRemit {

    @Inject
    private Actor actor;

    @Inject
    private Accounts accounts;

    @Inject
    private RefusedAttempts attempts;

    @Inject
    private OpenedObjects opened;

    private UUID known;
    private Remit remit;

    /** Remembered for an account only: early in a request nobody knows yet whose it is. */
    public Remit get() {
        Optional<UUID> account = actor.caller().map(Caller::accountId);
        if (account.isEmpty()) {
            return Remit.EVERYTHING;
        }
        if (!account.get().equals(known)) {
            remit = accounts.find(account.get()).map(Account::remit).orElseThrow();
            known = account.get();
        }
        return remit;
    }

    public boolean covers(UUID processor) {
        return get().covers(processor);
    }

    /**
     * @param processor null for what is no processor's, which those see who answer for all
     * @param kind of what was asked for, as events call it, and its id
     * @param unknown the message key of what there is to say about something that isn't there
     * @throws NotFound if the processor is another's: it reads as if nothing were there
     */
    public void require(UUID processor, String kind, UUID id, String unknown) {
        if (!get().covers(processor)) {
            attempts.foreign(kind, id, processor);
            throw NotFound.because(unknown);
        }
        opened.note(kind, id, processor);
    }
}
