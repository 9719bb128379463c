package app.countersign.deadline;

import java.time.Instant;
import java.util.List;

/** Fired within the transaction that says alarms, once for all that it says: for rooms that pass them on. */
public record AlarmsRung(List<Rung> rung, Instant at) {

    public AlarmsRung {
        rung = List.copyOf(rung);
    }
}
