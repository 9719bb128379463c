package app.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.document.ScannerSilent;
import app.countersign.kernel.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mails of a size that nobody should hold in memory, or on disk. */
class FetchingTest {

    private static final int MB = 1024 * 1024;
    private static final IntakeMail.Place PLACE = new IntakeMail.Place("all", 1, 7);

    private final List<Reason> unread = new ArrayList<>();
    private final List<String> stumbled = new ArrayList<>();
    private RuntimeException trouble;
    private final Fetching fetching = new Fetching(
            new IntakeRecords() {
                @Override
                void keepUnread(IntakeMail.Place place, Envelope envelope, Reason why) {
                    unread.add(why);
                }

                @Override
                void keep(IntakeMail.Place place, Envelope envelope, MimeMessage content) {
                    if (trouble == null) {
                        throw new AssertionError("was kept");
                    }
                    throw trouble;
                }

                @Override
                void stumbled(String name) {
                    stumbled.add(name);
                }
            },
            Clock.systemUTC());

    /** As a server gives it, piece by piece. */
    private static final class Large extends MimeMessage {

        private final int said;
        private final long given;
        private long asked;

        Large(int said, long given) throws MessagingException {
            super(Opening.SESSION);
            setSubject("gross");
            setFrom("a@b.example");
            this.said = said;
            this.given = given;
        }

        @Override
        public int getSize() {
            return said;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            byte[] piece = new byte[MB];
            for (; asked < given; asked += piece.length) {
                out.write(piece);
            }
        }
    }

    @Test
    void aMailOf200MegabytesIsShownAndNotAByteOfItFetched() throws Exception {
        Large mail = new Large(200 * MB, 200L * MB);

        fetching.keep(PLACE, mail, false);

        assertThat(mail.asked).isZero();
        assertThat(unread).extracting(Reason::key).containsExactly("mail.intake.too-large");
        assertThat(unread.get(0).args()).asString().contains("200", "50");
    }

    @Test
    void oneThatSaysItIsSmallIsGivenUpOnceItHasGrownToTwiceWhatIsTaken() throws Exception {
        Large mail = new Large(1_000, 4_000L * MB);

        assertThatThrownBy(() -> fetching.keep(PLACE, mail, false)).isInstanceOf(SocketTimeoutException.class);

        assertThat(mail.asked).isLessThanOrEqualTo(2 * Fetching.LARGEST);
        assertThat(stumbled).containsExactly("all");
    }

    @Test
    void oneThatCannotBeReadIsCountedAndOneThatTheScannerHasNotSeenIsNot() throws Exception {
        trouble = new IllegalStateException("a broken mail");
        assertThatThrownBy(() -> fetching.keep(PLACE, new Large(1_000, 1_000), false))
                .isSameAs(trouble);
        assertThat(stumbled).hasSize(1);

        trouble = new ScannerSilent("file");
        assertThatThrownBy(() -> fetching.keep(PLACE, new Large(1_000, 1_000), false))
                .isSameAs(trouble);
        assertThat(stumbled).hasSize(1);
    }

    @Test
    void oneThatBrokeTheLineThreeTimesIsLeftWhereItIs() throws Exception {
        Large mail = new Large(1_000, 4_000L * MB);

        fetching.keep(PLACE, mail, true);

        assertThat(mail.asked).isZero();
        assertThat(unread).extracting(Reason::key).containsExactly("mail.intake.not-fetched");
    }
}
