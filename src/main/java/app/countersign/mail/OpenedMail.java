package app.countersign.mail;

import app.countersign.kernel.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What was in a mail.
 *
 * @param text the beginning of its words
 * @param files that came with it, stored already
 * @param ours Message-IDs that it quotes as those it answers or tells of, the nearest first
 * @param bounce what a mail server says of the mail of ours that could not be delivered; empty for other mails
 * @param flaw why not everything in it was taken out; empty if it was
 */
record OpenedMail(
        IntakeKind kind,
        String text,
        List<IntakeFile> files,
        List<String> ours,
        Optional<Bounce> bounce,
        Optional<Reason> flaw) {

    /**
     * @param lasting whether delivery has failed, rather than being late
     * @param said by the mail server, on one line
     */
    record Bounce(boolean lasting, String said) {}
}
