package app.countersign.mail;

import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Where mails are put. The row commits with the change that it tells of, or not at all.
 *
 * <pre>{@code outbox.send(Mail.plain(to, subject, text, language, "contract", contract.id()));}</pre>
 */
@ApplicationScoped
public class Outbox {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    /** Puts the mail into the outbox, in the caller's transaction; there must be one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID send(Mail mail) {
        OutboxMail row = new OutboxMail(mail, sendingHost(), clock.instant());
        entities.persist(row);
        return row.id();
    }

    private String sendingHost() {
        return settings.mailFrom().substring(settings.mailFrom().lastIndexOf('@') + 1);
    }
}
