package app.countersign.mail;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Reason;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Knows what mails that come in are about. Implemented by the room whose affairs they are: this one knows nothing of
 * contracts.
 */
public interface Clerk {

    /**
     * A mail that somebody wrote, with what we know of it.
     *
     * @param mailbox the code of the processor whose it is, or {@link MailboxSettings#ALL}
     * @param automatic whether a machine wrote it by itself: it is never answered
     * @param answers what the mail of ours was about that this one answers
     */
    record Arrival(
            UUID mailId,
            String mailbox,
            Optional<EmailAddress> sender,
            String subject,
            String text,
            boolean automatic,
            Optional<Affair> answers,
            List<IntakeFile> files) {}

    /** What became of a mail, and why. */
    record Ruling(IntakeState state, Reason reason, Affair affair) {}

    /** Does with it what is to be done. Called again for the same mail after a crash: what was done then is found done. */
    Ruling rule(Arrival arrival);

    /** The id of the processor with that code. */
    Optional<UUID> processor(String code);
}
