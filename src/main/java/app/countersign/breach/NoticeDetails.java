package app.countersign.breach;

import app.countersign.deadline.Deadline;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Reason;
import java.util.List;
import java.util.Optional;

/**
 * A notice with all that belongs to it.
 *
 * @param words those that were told, or that would be told now
 * @param overtaken whether a person wrote them over facts that have changed since
 * @param texts what people wrote, the first first
 * @param tellings the earliest first
 * @param readings by the personal link, the earliest first
 * @param to the address to which it would be mailed now
 * @param contact who is to be told, may be empty
 * @param phone may be empty
 * @param unmailable why it can't be mailed now
 * @param clocks that demand it
 */
public record NoticeDetails(
        Breach breach,
        Notice notice,
        NoticeWords words,
        boolean overtaken,
        List<NoticeText> texts,
        List<Telling> tellings,
        List<NoticeReading> readings,
        Optional<EmailAddress> to,
        String contact,
        String phone,
        Optional<Reason> unmailable,
        List<Deadline> clocks) {}
