package app.countersign.breach;

import java.util.List;

/**
 * A breach with what belongs to it and the caller may know of. Of very many controllers and letters it holds the first
 * page.
 *
 * @param controllers the first of those concerned, by name, each with its clocks
 * @param standing how many there are, and the deadlines towards nobody's controller
 * @param notices the first letters, by whom they are for
 * @param subProcessors names of those at which it happened
 * @param similar open ones that may be the same, reported twice
 */
public record BreachDetails(
        Breach breach,
        BreachRecords.Page<ConcernRow> controllers,
        Standing standing,
        NoticeRecords.Page notices,
        List<String> subProcessors,
        List<Breach> similar) {}
