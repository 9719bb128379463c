package app.countersign.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What stands on the outside of a mail, as plain text of bounded length; all of it claims by whoever wrote it.
 *
 * @param fingerprint the same for the same mail, under whatever number the server keeps it: SHA-256 of Message-ID,
 *     sender, date, subject and size
 * @param size in bytes
 */
record Envelope(String fingerprint, String messageId, String sender, String subject, long size) {

    private static final int LONGEST_ID = 500;
    private static final int LONGEST_SENDER = 254;
    private static final int LONGEST_SUBJECT = 300;

    static Envelope of(Message message, long size) {
        String id = header(message, "Message-ID");
        String sender = sender(message);
        String subject = subject(message);
        String print = String.join("\n", id, sender, header(message, "Date"), subject, String.valueOf(size));
        return new Envelope(
                sha256(print), cut(id, LONGEST_ID), cut(sender, LONGEST_SENDER), cut(subject, LONGEST_SUBJECT), size);
    }

    /** Nothing can be read but that it is there. */
    static Envelope unreadable(IntakeMail.Place place, long size) {
        return new Envelope(sha256(place.toString()), "", "", "", size);
    }

    private static String sender(Message message) {
        try {
            Address[] from = message.getFrom();
            if (from != null && from.length > 0 && from[0] instanceof InternetAddress address) {
                return oneLine(address.getAddress());
            }
        } catch (MessagingException e) {
            // An address that is none: shown as it is written.
            return header(message, "From");
        }
        return header(message, "From");
    }

    private static String subject(Message message) {
        try {
            return oneLine(message.getSubject());
        } catch (MessagingException e) {
            return header(message, "Subject");
        }
    }

    static String header(Message message, String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null || values.length == 0 ? "" : oneLine(values[0]);
        } catch (MessagingException e) {
            // A header that can't be read says nothing.
            return "";
        }
    }

    static String oneLine(String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\s]+", " ").strip();
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
