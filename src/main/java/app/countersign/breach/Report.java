package app.countersign.breach;

import java.util.List;
import java.util.Set;

/**
 * What somebody reports, as it was typed.
 *
 * @param title in a few words
 * @param description what happened; may be empty
 * @param awareAt since when we are aware, an instant or a local time ({@link app.countersign.deadline.Moment}); empty
 *     for "now"
 * @param zone of a local time that names none; empty for the installation's
 * @param occurredAt when it happened, as far as is known; may be empty
 * @param noticedBy by whom it was noticed; may be empty
 * @param systems which are affected; may be empty
 * @param dataCategories names of the contracts' terms, or words of one's own, which narrow nothing
 * @param processors codes of those whose data it is; empty for all that the reporter answers for
 * @param subProcessors names of those of our sub-processors at which it happened; empty if at none, or if that is not
 *     known
 * @param harms what it did to the data
 * @param persons least and most, each may be null
 * @param records least and most, each may be null
 * @param ownController whether we are ourselves controller of some of the data
 */
public record Report(
        String title,
        String description,
        String awareAt,
        String zone,
        String occurredAt,
        String noticedBy,
        String systems,
        List<String> dataCategories,
        List<String> processors,
        List<String> subProcessors,
        Set<Harm> harms,
        Range persons,
        Range records,
        boolean ownController) {

    /** Ends that may be null. */
    public record Range(Long least, Long most) {

        public static final Range UNKNOWN = new Range(null, null);
    }

    public Report {
        dataCategories = dataCategories == null ? List.of() : List.copyOf(dataCategories);
        processors = processors == null ? List.of() : List.copyOf(processors);
        subProcessors = subProcessors == null ? List.of() : List.copyOf(subProcessors);
        harms = harms == null ? Set.of() : Set.copyOf(harms);
        persons = persons == null ? Range.UNKNOWN : persons;
        records = records == null ? Range.UNKNOWN : records;
    }
}
