package app.countersign.breach;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import java.util.Locale;

/** How somebody is told. */
public enum NoticeChannel {
    /** By the application, through the outbox. */
    MAIL,
    TELEPHONE,
    LETTER,
    IN_PERSON,
    /** To all at once, where telling each one would be out of proportion (Art. 34(3)(c) GDPR). */
    PUBLIC,
    /** In another way, such as the controller's own portal for messages. */
    OTHER;

    /** As the API names it; {@code email} and {@code phone} are understood, too.
     *
     * @throws Invalid if it is none */
    public static NoticeChannel read(String word) {
        String known = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
        try {
            return switch (known) {
                case "email", "e-mail" -> MAIL;
                case "phone" -> TELEPHONE;
                default -> KebabCase.read(NoticeChannel.class, known);
            };
        } catch (IllegalArgumentException e) {
            throw Invalid.field("channel", Reason.of("notice.complaint.channel"));
        }
    }

    public Reason label() {
        return Reason.of("notice.channel." + KebabCase.of(this));
    }
}
