package app.countersign.mail;

import app.countersign.document.ScannerSilent;
import app.countersign.kernel.Outage;
import app.countersign.kernel.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fetches what is new in a mailbox, mail by mail, each through a file on disk. It changes nothing in the mailbox but
 * that mails which are filed move to a folder of their own afterwards.
 */
@ApplicationScoped
class Fetching {

    /** In bytes. A larger mail stays where it is: a person is told that it is there. */
    static final long LARGEST = 50L * 1024 * 1024;

    /** The first look at a mailbox goes back so far; it may hold years. */
    private static final Duration BACK = Duration.ofDays(30);

    /** For one mail: a server that sends a byte now and then has hung, too. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int TRIES = 3;
    private static final int MOVES = 100;

    @Inject
    private IntakeRecords records;

    @Inject
    private Clock clock;

    protected Fetching() {}

    Fetching(IntakeRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * Fetches at most that many mails, if it is the mailbox's time.
     *
     * @return how many were fetched
     */
    int fetch(String name, ImapServer server, int cap) {
        Optional<IntakeRecords.Progress> progress = records.due(name);
        if (progress.isEmpty()) {
            return 0;
        }
        Session session = server.session();
        try (Store store = server.connect(session);
                Folder folder = opened(store, server.folder())) {
            int fetched = fetch(name, folder, progress.get(), cap);
            move(name, folder);
            records.succeeded(name, fetched == cap);
            return fetched;
        } catch (MessagingException | IOException e) {
            records.failed(name, problem(e, server));
            return 0;
        } catch (ScannerSilent e) {
            records.waits(name, Reason.of("mail.intake.problem.scanner"));
            return 0;
        } catch (RuntimeException e) {
            if (!Outage.isBehind(e)) {
                records.failed(name, Reason.of("mail.intake.problem.other", server.host()));
            }
            throw e;
        }
    }

    private static Folder opened(Store store, String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        folder.open(Folder.READ_WRITE);
        return folder;
    }

    private int fetch(String name, Folder folder, IntakeRecords.Progress progress, int cap)
            throws MessagingException, IOException {
        UIDFolder numbered = (UIDFolder) folder;
        long validity = numbered.getUIDValidity();
        long after = progress.lastUid();
        if (progress.validity() != validity) {
            after = start(folder);
            records.begins(name, validity, after);
        }
        List<Message> all = news(numbered, after);
        List<Message> some = all.subList(0, Math.min(cap, all.size()));
        records.remain(name, all.size());
        sizes(folder, some);
        int done = 0;
        for (Message message : some) {
            IntakeMail.Place place = new IntakeMail.Place(name, validity, numbered.getUID(message));
            // One that the line breaks at each time would keep all others waiting for ever.
            keep(place, message, done == 0 && progress.stumbles() >= TRIES);
            records.remain(name, all.size() - ++done);
        }
        return done;
    }

    /** The number of the last mail that is too old to be looked at. */
    private long start(Folder folder) throws MessagingException {
        UIDFolder numbered = (UIDFolder) folder;
        Date since = Date.from(clock.instant().minus(BACK));
        Message[] young = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, since));
        long first = Long.MAX_VALUE;
        for (Message message : young) {
            first = Math.min(first, numbered.getUID(message));
        }
        if (young.length > 0) {
            return first - 1;
        }
        int count = folder.getMessageCount();
        return count == 0 ? 0 : numbered.getUID(folder.getMessage(count));
    }

    /** A server names its last mail even if that one is older. */
    private static List<Message> news(UIDFolder folder, long after) throws MessagingException {
        List<Message> news = new ArrayList<>();
        for (Message message : folder.getMessagesByUID(after + 1, UIDFolder.LASTUID)) {
            if (message != null && folder.getUID(message) > after) {
                news.add(message);
            }
        }
        return news;
    }

    private static void sizes(Folder folder, List<Message> messages) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.SIZE);
        profile.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages.toArray(Message[]::new), profile);
    }

    void keep(IntakeMail.Place place, Message message, boolean givenUp) throws MessagingException, IOException {
        long size = Math.max(0, message.getSize());
        if (givenUp) {
            records.keepUnread(place, Envelope.unreadable(place, size), Reason.of("mail.intake.not-fetched", TRIES));
        } else if (size > LARGEST) {
            records.keepUnread(
                    place,
                    Envelope.of(message, size),
                    Reason.of("mail.intake.too-large", size / 1024 / 1024, LARGEST / 1024 / 1024));
        } else {
            try {
                download(place, message);
            } catch (ScannerSilent e) {
                throw e;
            } catch (MessagingException | IOException | RuntimeException e) {
                if (!Outage.isBehind(e)) {
                    records.stumbled(place.mailbox());
                }
                throw e;
            }
        }
    }

    private void download(IntakeMail.Place place, Message message) throws MessagingException, IOException {
        Path file = Files.createTempFile("countersign", ".eml");
        try {
            try (OutputStream out = new Hurried(Files.newOutputStream(file))) {
                message.writeTo(out);
            }
            try (SharedFileInputStream content = new SharedFileInputStream(file.toFile())) {
                MimeMessage copy = new MimeMessage(Opening.SESSION, content);
                records.keep(place, Envelope.of(copy, Files.size(file)), copy);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Gives up on a mail that takes too long, or grows beyond what it said. */
    private final class Hurried extends java.io.FilterOutputStream {

        private final Instant until = clock.instant().plus(PATIENCE);
        private long left = 2 * LARGEST;

        Hurried(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            left -= length;
            if (left < 0 || clock.instant().isAfter(until)) {
                throw new SocketTimeoutException("too slow");
            }
            out.write(bytes, offset, length);
        }
    }

    private void move(String name, Folder folder) throws MessagingException {
        long validity = ((UIDFolder) folder).getUIDValidity();
        List<Long> uids = records.toMove(name, validity, MOVES);
        if (!uids.isEmpty()) {
            new FiledFolder(folder).take(uids);
            records.moved(name, validity, uids);
        }
    }

    private static Reason problem(Exception e, ImapServer server) {
        if (e instanceof AuthenticationFailedException) {
            return Reason.of("mail.intake.problem.password", server.host());
        }
        if (e instanceof FolderNotFoundException) {
            return Reason.of("mail.intake.problem.folder", server.folder());
        }
        return Reason.of(hangs(e) ? "mail.intake.problem.hangs" : "mail.intake.problem.unreachable", server.host());
    }

    /** The library may only tell of a silence in words, as if the server had said them. */
    private static boolean hangs(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            boolean told = String.valueOf(cause.getMessage()).contains(SocketTimeoutException.class.getSimpleName());
            boolean connected =
                    !String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("connect timed out");
            if ((told || cause instanceof SocketTimeoutException) && connected) {
                return true;
            }
        }
        return false;
    }
}
