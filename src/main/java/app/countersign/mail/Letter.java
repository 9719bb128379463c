package app.countersign.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Turns an outbox row into a MIME message. Nothing in it can start a header line of its own. */
final class Letter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;
    private final String from;
    private final AttachedFiles files;

    Letter(Session session, String from, AttachedFiles files) {
        this.session = session;
        this.from = from;
        this.files = files;
    }

    MimeMessage write(OutboxMail mail, Instant now) throws MessagingException, IOException {
        MimeMessage message = new WithId(session, mail.messageId());
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(oneLine(mail.subject()), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Content-Language", mail.language().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.unsubscribe().isPresent()) {
            message.setHeader(
                    "List-Unsubscribe", "<" + oneLine(mail.unsubscribe().get()) + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (mail.attachments().isEmpty()) {
            message.setText(mail.text(), UTF_8);
        } else {
            message.setContent(parts(mail));
        }
        message.saveChanges();
        return message;
    }

    private MimeMultipart parts(OutboxMail mail) throws MessagingException, IOException {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        parts.addBodyPart(text);
        for (Mail.Attachment file : mail.attachments()) {
            parts.addBodyPart(part(file));
        }
        return parts;
    }

    private MimeBodyPart part(Mail.Attachment file) throws MessagingException, IOException {
        MimeBodyPart part = new MimeBodyPart();
        try (InputStream content = files.open(file.sha256())) {
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, oneLine(file.mediaType()))));
        }
        part.setFileName(oneLine(file.name()));
        return part;
    }

    /** A line break would end the header and start another. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ").strip();
    }

    /** Keeps the outbox row's Message-ID, which the library would otherwise replace by one of its own. */
    private static final class WithId extends MimeMessage {

        private final String messageId;

        WithId(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
