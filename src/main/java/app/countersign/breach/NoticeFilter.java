package app.countersign.breach;

import java.util.Set;

/**
 * Which of the letters of a breach a list shows.
 *
 * @param states any of these; empty for all
 * @param text which stands in the addressee's name or the contract's number, in upper or lower case
 */
public record NoticeFilter(Set<NoticeState> states, String text) {

    public static final NoticeFilter ALL = new NoticeFilter(Set.of(), "");

    public NoticeFilter {
        states = states.isEmpty() ? Set.of(NoticeState.values()) : Set.copyOf(states);
        text = text == null ? "" : text.strip();
    }
}
