package app.countersign.subprocessor;

import app.countersign.kernel.Country;
import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What an announced change does to the register, in the transaction of the room that announces. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Register {

    @Inject
    private Engagements engagements;

    @Inject
    private Event<DomainEvent> happened;

    /** Its first day, where none was known. */
    public void begins(UUID id, LocalDate since) {
        change(id, engagement -> engagement.begins(since));
    }

    public void ends(UUID id, LocalDate lastDay) {
        change(id, engagement -> engagement.ends(lastDay));
    }

    public void moves(UUID id, Set<Country> places, Set<Safeguard> safeguards) {
        change(id, engagement -> engagement.moves(places, safeguards));
    }

    /** A change that was to end it was withdrawn. @param announced the last day that was announced */
    public void goesOn(UUID id, LocalDate announced) {
        change(id, engagement -> engagement.goesOn(announced));
    }

    /** A change that was to begin it was withdrawn. @param announced the first day that was announced */
    public void neverBegan(UUID id, LocalDate announced) {
        change(id, engagement -> engagement.neverBegan(announced));
    }

    private void change(UUID id, Consumer<Engagement> verb) {
        Engagement engagement = engagements.lock(id);
        Map<String, Object> before = EngagementEvent.facts(engagement);
        verb.accept(engagement);
        happened.fire(EngagementEvent.amended(before, engagement));
    }
}
