package app.countersign.mail;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** Looks into the mailboxes, one after the other. */
@ApplicationScoped
class FetchJob implements Job {

    private static final int CAP = 25;

    @Inject
    private MailboxSettings settings;

    @Inject
    private Fetching fetching;

    @Override
    public String name() {
        return "fetch-mail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Outcome run() {
        int fetched = 0;
        boolean more = false;
        for (Map.Entry<String, ImapServer> mailbox : settings.byName().entrySet()) {
            int some = fetching.fetch(mailbox.getKey(), mailbox.getValue(), CAP);
            more |= some == CAP;
            fetched += some;
        }
        return new Outcome(fetched, more);
    }
}
