package app.countersign.mail;

import jakarta.mail.Message;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by its header whether a machine sent a mail on its own (RFC 3834), and which mails of ours it refers to. */
final class Machine {

    private static final Set<String> MACHINES = Set.of("auto_reply", "bulk", "junk", "list");
    private static final Pattern POSTMASTER =
            Pattern.compile("(?i)^(mailer-daemon|postmaster|mail-daemon|mdaemon)(@.*)?$");

    private Machine() {}

    static boolean sent(Message message) {
        String automatic = header(message, "Auto-Submitted");
        return !automatic.isEmpty() && !automatic.startsWith("no")
                || MACHINES.contains(header(message, "Precedence"))
                || !header(message, "X-Autoreply").isEmpty()
                || !header(message, "X-Autorespond").isEmpty()
                || !header(message, "X-Auto-Response-Suppress").isEmpty() && saysSo(message)
                || header(message, "Return-Path").equals("<>");
    }

    /** Some programs suppress answers to all that they send: only together with such a subject it is one itself. */
    private static boolean saysSo(Message message) {
        return header(message, "Subject")
                .matches("(automatische antwort|automatic reply|autoreply|abwesenheit|out of office|réponse auto).*");
    }

    /** Whether a mail server itself wrote it. */
    static boolean isPostmaster(Message message, String sender) {
        return POSTMASTER.matcher(sender).matches()
                || header(message, "Return-Path").equals("<>")
                        && sender.toLowerCase(Locale.ROOT).contains("daemon");
    }

    private static String header(Message message, String name) {
        return Envelope.header(message, name).toLowerCase(Locale.ROOT);
    }
}
