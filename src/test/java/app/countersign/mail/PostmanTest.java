package app.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Secret;
import app.countersign.kernel.Settings;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostmanTest {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final byte[] PDF = "%PDF-1.7 ä".getBytes(StandardCharsets.UTF_8);

    @Test
    void aMailArrivesWithItsWordsItsIdAndItsFile() throws Exception {
        Mail words = mail("Vertrag für Zürich", "Grüezi\n\nÄÖÜ")
                .withAttachment(new Mail.Attachment("Vertrag-ä.pdf", "application/pdf", "abc"));
        OutboxMail row = row(words);

        Postman.Handed handed = postman(serverUrl(), "abc").hand(row);

        assertThat(handed.problem()).isEmpty();
        assertThat(handed.answer()).startsWith("250 ");

        MimeMessage arrived = SERVER.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("Vertrag für Zürich");
        assertThat(arrived.getMessageID()).isEqualTo(row.messageId());
        assertThat(arrived.getHeader("Content-Language")).containsExactly("de-CH");
        var parts = (jakarta.mail.internet.MimeMultipart) arrived.getContent();
        assertThat(parts.getBodyPart(0).getContent()).asString().isEqualToNormalizingNewlines("Grüezi\n\nÄÖÜ");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(PDF);
    }

    @Test
    void aLineBreakInASubjectStartsNoHeader() throws Exception {
        postman(serverUrl(), "").hand(row(mail("Hallo\r\nBcc: boese@example.com\r\n\r\nText", "Text")));

        MimeMessage arrived = SERVER.getReceivedMessages()[0];
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(arrived.getHeader("Bcc")).isNull();
        assertThat(GreenMailUtil.getHeaders(arrived)).contains("Subject: Hallo Bcc: boese@example.com Text");
    }

    @Test
    void aServerThatIsDownIsAProblemThatMayPass() {
        Optional<Postman.Problem> problem =
                postman("smtp://127.0.0.1:1", "").hand(row(mail("a", "b"))).problem();

        assertThat(problem).isPresent();
        assertThat(problem.get().lasting()).isFalse();
        assertThat(problem.get().text()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void aFileThatCannotBeReadNowIsAProblemThatMayPass() {
        Mail words = mail("a", "b").withAttachment(new Mail.Attachment("x.pdf", "application/pdf", "missing"));

        assertThat(postman(serverUrl(), "abc").hand(row(words)).problem())
                .hasValueSatisfying(p -> assertThat(p.lasting()).isFalse());
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void theServersAddressIsReadWithItsCredentials() {
        SmtpServer server = SmtpServer.of(URI.create("smtps://legal%40okomo.com:p%3Ass+%2F@mail.okomo.com"));

        assertThat(server)
                .isEqualTo(new SmtpServer(true, "mail.okomo.com", 465, "legal@okomo.com", Secret.of("p:ss+/")));
        assertThat(server).asString().doesNotContain("ss+");
    }

    private static Mail mail(String subject, String text) {
        return Mail.plain(
                new EmailAddress("erika@firma.ch"),
                subject,
                text,
                Locale.forLanguageTag("de-CH"),
                "contract",
                UUID.randomUUID());
    }

    private static OutboxMail row(Mail mail) {
        return new OutboxMail(mail, "okomo.com", CLOCK.instant());
    }

    private static String serverUrl() {
        return "smtp://127.0.0.1:" + SERVER.getSmtp().getPort();
    }

    private static Postman postman(String url, String known) {
        Map<String, String> set =
                Map.of("countersign.smtp.url", url, "countersign.mail.from", "Okomo <legal@okomo.com>");
        AttachedFiles files = sha256 -> {
            if (!sha256.equals(known)) {
                throw new IOException("no file " + sha256);
            }
            return new ByteArrayInputStream(PDF);
        };
        return new Postman(Settings.read(name -> Optional.ofNullable(set.get(name))), files, CLOCK);
    }
}
