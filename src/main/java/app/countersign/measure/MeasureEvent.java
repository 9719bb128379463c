package app.countersign.measure;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to a measure. */
public sealed interface MeasureEvent extends DomainEvent {

    Measure of();

    @Override
    default String objectKind() {
        return "measure";
    }

    @Override
    default UUID objectId() {
        return of().id();
    }

    @Override
    default Optional<UUID> processor() {
        return Optional.of(of().processor());
    }

    @Override
    default Optional<String> clause() {
        return Optional.of(of().clause());
    }

    /** A template states it, and from now on it is kept. */
    record MeasureAdopted(Measure of, Map<String, Object> facts) implements MeasureEvent {}

    /** Another version is in force. */
    record MeasureChanged(Measure of, Map<String, Object> facts) implements MeasureEvent {}

    /** A version that promises less waits for a second person. */
    record MeasureLoweringProposed(Measure of, Map<String, Object> facts) implements MeasureEvent {}

    record MeasureLoweringRefused(Measure of, Map<String, Object> facts) implements MeasureEvent {}

    /** A measure is given up. */
    record MeasureWithdrawn(Measure of, Map<String, Object> facts) implements MeasureEvent {}

    /** Somebody has looked whether it is still what is done. */
    record MeasureReviewed(Measure of, Map<String, Object> facts) implements MeasureEvent {}

    record MeasureOwnerNamed(Measure of, Map<String, Object> facts) implements MeasureEvent {}

    /** @param more pairs of name and value */
    static Map<String, Object> facts(Measure measure, Object... more) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", measure.clause());
        for (int i = 0; i < more.length; i += 2) {
            facts.put((String) more[i], more[i + 1]);
        }
        return facts;
    }

    static Map<String, Object> facts(Measure measure, MeasureVersion version) {
        return facts(
                measure,
                "version",
                version.no(),
                "level",
                KebabCase.of(version.level()),
                "sha256",
                version.statement().hash());
    }
}
