package app.countersign.subprocessor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An engagement as a list shows it.
 *
 * @param processor the name of the organisation that engages
 * @param judged what each contract form says of its places
 */
public record EngagementRow(Engagement engagement, String processor, EngagementState state, List<Judged> judged) {

    /** The worst that any form says. */
    public Judged worst() {
        return judged.stream()
                .max((one, other) -> one.verdict().compareTo(other.verdict()))
                .orElseThrow();
    }

    /** When the first decision ends on which a place stands. */
    public Optional<LocalDate> ends() {
        return judged.stream()
                .flatMap(one -> one.placings().stream())
                .flatMap(placing -> placing.until().stream())
                .min(LocalDate::compareTo);
    }
}
