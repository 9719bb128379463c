package app.countersign.access;

import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

    private Remit remit;

    public Remit get() {
        if (remit == null) {
            remit = actor.caller()
                    .map(caller -> accounts.find(caller.accountId())
                            .map(Account::remit)
                            .orElseThrow())
                    .orElse(Remit.EVERYTHING);
        }
        return remit;
    }

    public boolean covers(UUID processor) {
        return get().covers(processor);
    }

    /**
     * @param unknown the message key of what there is to say about something that isn't there
     * @throws NotFound if the processor is another's: it reads as if nothing were there
     */
    public void require(UUID processor, String unknown) {
        if (!covers(processor)) {
            throw NotFound.because(unknown);
        }
    }
}
