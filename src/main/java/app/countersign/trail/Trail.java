package app.countersign.trail;

import app.countersign.kernel.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What other rooms ask of the trail: what happened, and to forget persons. */
@ApplicationScoped
public class Trail {

    @Inject
    private TrailRows rows;

    @Inject
    private Forgetting forgetting;

    /** What happened to one object, oldest first. */
    public List<TrailEntry> of(String objectKind, UUID objectId) {
        return rows.of(objectKind, objectId);
    }

    /** The last things that happened to one object, newest first. */
    public List<TrailEntry> latestOf(String objectKind, UUID objectId, int most) {
        return rows.latestOf(objectKind, objectId, most);
    }

    /** The last things that happened, newest first. */
    public List<TrailEntry> latest(int most) {
        return rows.latest(most);
    }

    /**
     * Forgets a person with the transaction in which their data go: who their pseudonym was, where they came from, and
     * their name and address wherever they were told. What they did stays, and so does the chain.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(@Observes PersonErased erased) {
        forgetting.forget(erased);
    }

    /**
     * Forgets what was told of persons together with that object, when it is purged: names, addresses, free text.
     *
     * @return how many facts
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long forget(String objectKind, UUID objectId) {
        return forgetting.forget(objectKind, objectId);
    }
}
