package app.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.document.Clamd;
import app.countersign.document.ScannerSilent;
import app.countersign.document.StoredFiles;
import app.countersign.document.VirusCheck;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Schema;
import app.countersign.kernel.Sha256;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final StoredFiles STORE = store();
    private static final byte[] PDF = "%PDF-1.7 ein Vertrag".getBytes(StandardCharsets.UTF_8);

    private static StoredFiles store() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:opening;DB_CLOSE_DELAY=-1");
        Schema.migrate(h2, false);
        return new StoredFiles(h2, Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));
    }

    private static OpenedMail opened(String mail) {
        return opened(mail, new VirusCheck(Optional.empty()));
    }

    private static OpenedMail opened(String mail, VirusCheck viruses) {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        try (Opening opening = new Opening(
                STORE, viruses, new MimeMessage(Opening.SESSION, new ByteArrayInputStream(bytes)), bytes.length)) {
            return opening.open();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String attached(String header, String name, String type, byte[] file) {
        return header + """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                Grüezi
                --b
                Content-Type: %s; name="%s"
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename="%s"

                %s
                --b--
                """.formatted(type, name, name, Base64.getMimeEncoder().encodeToString(file));
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsAttachedIsTakenOutWithTheWords() {
        OpenedMail mail = opened(attached("Subject: x\n", "Vertrag.pdf", "application/pdf", PDF));

        assertThat(mail.kind()).isEqualTo(IntakeKind.LETTER);
        assertThat(mail.text()).isEqualTo("Grüezi");
        assertThat(mail.files()).extracting(IntakeFile::name).containsExactly("Vertrag.pdf");
        assertThat(STORE.read(mail.files().get(0).sha256())).isEqualTo(PDF);
    }

    @Test
    void aPdfIsOneWhateverItIsCalled() {
        OpenedMail mail = opened(attached("Subject: x\n", "scan.bin", "application/octet-stream", PDF));
        assertThat(mail.files()).allMatch(IntakeFile::isPdf).hasSize(1);
    }

    @Test
    void whatTheVirusScannerFindsBadIsNotTakenOutEvenOfAnArchive() throws IOException {
        byte[] bad = "%PDF-1.7 böse".getBytes(StandardCharsets.UTF_8);
        try (Clamd scanner = Clamd.overTcp()) {
            scanner.says("stream: Eicar-Test-Signature FOUND\0");
            OpenedMail mail =
                    opened(attached("", "x.zip", "application/zip", zip("Vertrag.pdf", bad)), scanner.check());

            assertThat(mail.files()).isEmpty();
            assertThat(mail.flaw()).contains(Reason.of("mail.intake.virus", "Vertrag.pdf", "Eicar-Test-Signature"));
            assertThat(mail.text()).as("its words are").isEqualTo("Grüezi");
            assertThat(STORE.find(Sha256.hex(bad))).isEmpty();

            scanner.says("stream: OK\0");
            assertThat(opened(attached("", "y.pdf", "application/pdf", PDF), scanner.check())
                            .files())
                    .hasSize(1);
        }
    }

    /** It stays in the mailbox until the scanner answers: what is not known to be well is not taken in, nor given up. */
    @Test
    void aMailIsNotOpenedWhileTheVirusScannerDoesNotAnswer() throws IOException {
        VirusCheck silent;
        try (Clamd scanner = Clamd.overTcp()) {
            silent = scanner.check();
        }

        assertThatThrownBy(() -> opened(attached("", "x.pdf", "application/pdf", PDF), silent))
                .isInstanceOf(ScannerSilent.class);
        assertThat(opened("Subject: x\n\nGrüezi", silent).text())
                .as("without a file there is nothing to look at")
                .isEqualTo("Grüezi");
    }

    @Test
    void aZipWithinAZipIsOpenedAndOneFartherInIsNot() {
        byte[] once = zip("a.zip", zip("b.pdf", PDF));
        assertThat(opened(attached("", "x.zip", "application/zip", once)).files())
                .extracting(IntakeFile::name)
                .containsExactly("b.pdf");
        byte[] deep = zip("a.zip", zip("b.zip", zip("c.zip", zip("d.pdf", PDF))));
        OpenedMail mail = opened(attached("", "x.zip", "application/zip", deep));
        assertThat(mail.files()).isEmpty();
        assertThat(mail.flaw()).contains(Reason.of("mail.intake.too-nested"));
    }

    @Test
    void whatUnpacksBeyondReasonIsNotOpenedFurther() {
        byte[] bomb = zip("b.pdf", new byte[24 * 1024 * 1024]);
        assertThat(opened(attached("", "x.zip", "application/zip", bomb)).flaw())
                .map(Reason::key)
                .contains("mail.intake.bomb");
    }

    @Test
    void aBrokenArchiveIsCalledSo() {
        assertThat(opened(attached("", "x.zip", "application/zip", "kein ZIP".getBytes(StandardCharsets.UTF_8)))
                        .flaw())
                .contains(Reason.of("mail.intake.archive-unreadable"));
    }

    private static String report(String action) {
        return """
                From: MAILER-DAEMON@mx.example
                Subject: Undelivered
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                Your mail.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; a@b.example
                Action: %s
                Diagnostic-Code: smtp; 550 5.1.1
                 User unknown
                --b
                Content-Type: message/rfc822

                Message-ID: <ours@host.example>
                Subject: Vertrag
                Content-Type: application/pdf
                Content-Transfer-Encoding: base64

                JVBERi0xLjcgZWluIFZlcnRyYWc=
                --b--
                """.formatted(action);
    }

    @Test
    void aBounceNamesTheMailThatCameBackAndBringsNoFile() {
        OpenedMail mail = opened(report("failed"));

        assertThat(mail.kind()).isEqualTo(IntakeKind.BOUNCE);
        assertThat(mail.ours()).contains("<ours@host.example>");
        assertThat(mail.bounce()).contains(new OpenedMail.Bounce(true, "smtp; 550 5.1.1 User unknown"));
        assertThat(mail.files()).isEmpty();
    }

    @Test
    void aDelayIsNoFailure() {
        assertThat(opened(report("delayed")).bounce())
                .map(OpenedMail.Bounce::lasting)
                .contains(false);
    }

    @Test
    void machinesAreTold() {
        for (String header :
                List.of("Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes", "Return-Path: <>")) {
            assertThat(opened(header + "\nFrom: a@b.example\n\nIch bin im Urlaub.\n")
                            .kind())
                    .as(header)
                    .isEqualTo(IntakeKind.AUTO_REPLY);
        }
        assertThat(opened("Auto-Submitted: no\nFrom: a@b.example\n\nHallo\n").kind())
                .isEqualTo(IntakeKind.LETTER);
    }

    @Test
    void rubbishIsReadAsFarAsItGoes() {
        assertThat(opened("\u0000\u0001 : \n\n\u0000x").text()).doesNotContain("\u0000");
        assertThat(opened("Content-Type: multipart/mixed; boundary=\"\"\n\n--\n")
                        .files())
                .isEmpty();
        assertThat(opened("Content-Type: text/plain; charset=klingon\n\nHallo\n")
                        .text())
                .isEqualTo("Hallo");
    }

    @Test
    void markupInTheWordsIsTakenOut() {
        String html = "Content-Type: text/html\n\n<style>p{}</style><p>Guten <b>Tag</b></p><script>x()</script>\n";
        assertThat(opened(html).text()).isEqualTo("Guten Tag");
    }
}
