package app.countersign.mail;

import app.countersign.schedule.Job;
import app.countersign.schedule.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Looks into the mailboxes: a job for each, so that a server that hangs keeps no other mailbox waiting. */
@ApplicationScoped
class FetchJobs implements Jobs {

    private static final int CAP = 25;

    @Inject
    private MailboxSettings settings;

    @Inject
    private Fetching fetching;

    @Override
    public List<Job> all() {
        return settings.byName().entrySet().stream()
                .<Job>map(mailbox -> new Looking(mailbox.getKey(), mailbox.getValue()))
                .toList();
    }

    /** Looks into one. */
    private final class Looking implements Job {

        private final String mailbox;
        private final ImapServer server;

        Looking(String mailbox, ImapServer server) {
            this.mailbox = mailbox;
            this.server = server;
        }

        @Override
        public String name() {
            return "fetch-mail-" + mailbox;
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Outcome run() {
            int fetched = fetching.fetch(mailbox, server, CAP);
            return new Outcome(fetched, fetched == CAP);
        }
    }
}
