package app.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lines to mail servers that ask who we are. */
class LineTest {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(
            new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});

    private static final String PASSWORD = "a pass/word";

    @BeforeEach
    void makeUser() {
        SERVER.setUser("legal@okomo.example", "legal", PASSWORD);
    }

    private static SmtpServer smtp(String password) {
        return SmtpServer.of(URI.create(
                "smtp://legal:" + password + "@127.0.0.1:" + SERVER.getSmtp().getPort()));
    }

    private static ImapServer imap(String password) {
        return ImapServer.of(URI.create(
                "imap://legal:" + password + "@127.0.0.1:" + SERVER.getImap().getPort()));
    }

    @Test
    void oneThatIsOpenKnowsNoPassword() throws Exception {
        SmtpServer server = smtp("a%20pass%2Fword");
        Session session = server.session();
        try (Transport line = server.connect(session)) {
            MimeMessage letter = new MimeMessage(session);
            letter.setRecipient(Message.RecipientType.TO, new InternetAddress("legal@okomo.example"));
            letter.setText("Grüezi", "UTF-8");
            letter.saveChanges();
            line.sendMessage(letter, letter.getAllRecipients());

            assertThat(line.getURLName().getPassword()).isNull();
            assertThat(line.getURLName().getUsername()).isEqualTo("legal");
            assertThat(session.getPasswordAuthentication(line.getURLName())).isNull();
        }
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aMailboxIsReadAndWorkedInWithoutOne() throws Exception {
        byte[] mail = "Subject: x\r\n\r\ny".getBytes(StandardCharsets.US_ASCII);
        SERVER.getUserManager()
                .getUser("legal")
                .deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
        ImapServer server = imap("a%20pass%2Fword");
        Session session = server.session();
        try (Store store = server.connect(session);
                Folder inbox = store.getFolder("INBOX")) {
            assertThat(store.getURLName().getPassword()).isNull();
            inbox.open(Folder.READ_WRITE);
            assertThat(inbox.getMessageCount()).isEqualTo(1);
            // Each needs a connection of its own beside the folder's.
            new FiledFolder(inbox).take(List.of(((IMAPFolder) inbox).getUID(inbox.getMessage(1))));
            assertThat(store.getFolder("Countersign").getFolder("Filed").getMessageCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void aWrongPasswordIsCalledWrong() {
        assertThatThrownBy(() -> smtp("wrong").connect(smtp("wrong").session()))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> imap("wrong").connect(imap("wrong").session()))
                .isInstanceOf(AuthenticationFailedException.class);
    }
}
