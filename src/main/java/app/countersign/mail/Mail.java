package app.countersign.mail;

import app.countersign.kernel.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail as a room words it.
 *
 * @param subject one line
 * @param text the plain-text body
 * @param aboutKind what the mail tells of, as in the trail: {@code contract}
 * @param secret a part of the text, such as a link that opens something, that is blanked out of the stored copy once
 *     the mail has gone
 * @param processor whose business it is; whoever does not answer for that one doesn't see the mail
 * @param unsubscribe an address of ours that, sent to, ends what the mail belongs to (RFC 8058)
 */
public record Mail(
        EmailAddress to,
        String subject,
        String text,
        Locale language,
        String aboutKind,
        UUID aboutId,
        Optional<String> secret,
        List<Attachment> attachments,
        Optional<UUID> processor,
        Optional<String> unsubscribe) {

    /** A file that is kept in the document room, by its hash. */
    public record Attachment(String name, String mediaType, String sha256) {}

    public Mail {
        if (secret.isPresent() && !text.contains(secret.get())) {
            throw new IllegalArgumentException("the secret is not part of the text");
        }
        if (secret.isPresent() && subject.contains(secret.get())) {
            throw new IllegalArgumentException("a subject holds no secret: it is never blanked out");
        }
        attachments = List.copyOf(attachments);
    }

    public static Mail plain(
            EmailAddress to, String subject, String text, Locale language, String aboutKind, UUID aboutId) {
        return new Mail(
                to,
                subject,
                text,
                language,
                aboutKind,
                aboutId,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public Mail withSecret(String part) {
        return new Mail(
                to,
                subject,
                text,
                language,
                aboutKind,
                aboutId,
                Optional.of(part),
                attachments,
                processor,
                unsubscribe);
    }

    /** The same to somebody else. */
    public Mail addressedTo(EmailAddress other) {
        return new Mail(
                other, subject, text, language, aboutKind, aboutId, secret, attachments, processor, unsubscribe);
    }

    public Mail of(UUID whose) {
        return new Mail(
                to, subject, text, language, aboutKind, aboutId, secret, attachments, Optional.of(whose), unsubscribe);
    }

    public Mail withAttachment(Attachment file) {
        return new Mail(to, subject, text, language, aboutKind, aboutId, secret, List.of(file), processor, unsubscribe);
    }

    /** To somebody of whom nothing but the address is known, and who may end it with one click. */
    public Mail withUnsubscribe(String address) {
        return new Mail(
                to, subject, text, language, aboutKind, aboutId, secret, attachments, processor, Optional.of(address));
    }
}
