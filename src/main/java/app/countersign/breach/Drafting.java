package app.countersign.breach;

import app.countersign.contract.Contract;
import app.countersign.contract.Contracts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Begins the letters. Their words are written when somebody looks at them or sends them, from the facts as they are then. */
@ApplicationScoped
class Drafting {

    /** Who drafts what nobody asked for. */
    static final String ITSELF = "Countersign";

    @Inject
    private Notices notices;

    @Inject
    private Contracts contracts;

    @Inject
    private Addressees addressees;

    /** The first letter to a controller, as its clocks are started; there may be one from before. */
    void first(Concern concern, Contract contract, Instant now) {
        if (notices.latest(concern.id()).isEmpty()) {
            add(Notice.toController(concern, contract, 1, now, ITSELF), contract);
        }
    }

    /**
     * The next phase for controllers who were told other facts, or nothing.
     *
     * @return how many
     */
    int next(Breach breach, int limit, Instant now, String by) {
        List<Concern> concerns = notices.undrafted(breach.id(), notices.told(breach), limit);
        for (Concern concern : concerns) {
            Contract contract = contracts.byId(concern.contractId()).orElseThrow();
            Optional<Notice> last = notices.latest(concern.id());
            last.ifPresent(Notice::isFollowed);
            int phase = last.map(Notice::phase).orElse(0) + 1;
            add(Notice.toController(concern, contract, phase, now, by), contract);
        }
        notices.flush();
        return concerns.size();
    }

    private void add(Notice notice, Contract contract) {
        addressees.of(contract).problem().ifPresent(notice::hasNoAddress);
        notices.add(notice);
    }
}
