package app.countersign.breach;

import java.util.List;

/**
 * How somebody is told, as it was typed.
 *
 * @param channel see {@link NoticeChannel#read}
 * @param at when: an instant or a local time in the breach's zone; empty for now. A mail goes now
 * @param to addresses to use instead of the controller's own; the persons' own for what goes to them
 * @param recipient who was told, where it was not by mail; empty for the contract's contact
 * @param teller who told; empty for whoever says so here
 * @param remark may be empty
 * @param reason why it is late; demanded where it is
 * @param seen the version of the notice that was looked at; null for the present one
 */
public record ToldHow(
        String channel,
        String at,
        List<String> to,
        String recipient,
        String teller,
        String remark,
        String reason,
        Long seen) {

    public ToldHow {
        to = to == null ? List.of() : List.copyOf(to);
    }

    public static ToldHow mailed(String reason, Long seen) {
        return new ToldHow("mail", null, List.of(), null, null, null, reason, seen);
    }
}
