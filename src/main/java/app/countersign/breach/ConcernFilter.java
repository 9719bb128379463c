package app.countersign.breach;

import java.util.Set;

/**
 * Which of the controllers concerned a list shows.
 *
 * @param states any of these; empty for all
 * @param text which stands in the controller's name or the contract's number, in upper or lower case
 */
public record ConcernFilter(Set<ConcernState> states, String text) {

    public static final ConcernFilter ALL = new ConcernFilter(Set.of(), "");

    public ConcernFilter {
        states = states.isEmpty() ? Set.of(ConcernState.values()) : Set.copyOf(states);
        text = text == null ? "" : text.strip();
    }
}
