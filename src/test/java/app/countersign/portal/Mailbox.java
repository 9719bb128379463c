package app.countersign.portal;

import app.countersign.it.SharedApplication;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a customer finds in their mailbox. */
public record Mailbox(String address) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("https?://\\S+/sign/([\\w-]+)");
    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{6,8})\\s*$");

    /** The token of the newest personal link. */
    public String token() {
        return newest(LINK, 0);
    }

    /** The code of the newest mail that has one, as soon as there are that many. */
    public String code(int mails) {
        return newest(CODE, mails);
    }

    public int codes() {
        return matches(CODE).size();
    }

    private String newest(Pattern pattern, int atLeast) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            List<String> found = matches(pattern);
            if (!found.isEmpty() && found.size() >= atLeast) {
                return found.get(found.size() - 1);
            }
            pause();
        }
        throw new AssertionError("no mail to " + address + " with " + pattern);
    }

    private List<String> matches(Pattern pattern) {
        return Arrays.stream(SharedApplication.mail().getReceivedMessages())
                .filter(this::isMine)
                .map(Mailbox::text)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    private boolean isMine(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            Object content = mail.getContent();
            return content instanceof Multipart parts
                    ? String.valueOf(parts.getBodyPart(0).getContent())
                    : String.valueOf(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
