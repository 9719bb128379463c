package app.countersign.mail;

import app.countersign.document.StoredFiles;
import app.countersign.document.VirusCheck;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The steps of an intake that need a transaction of their own, so that none is open while a mail server is asked. That a
 * mail is recorded and that the mailbox has been read so far is one step: after a crash nothing is read twice or lost.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class IntakeRecords {

    @Inject
    private IntakeMails mails;

    @Inject
    private OutboxMails outbox;

    @Inject
    private StoredFiles files;

    @Inject
    private VirusCheck viruses;

    @Inject
    private Instance<Clerk> clerks;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** How far a mailbox has been read.
     *
     * @param stumbles how often the next mail could not be fetched */
    record Progress(long validity, long lastUid, int stumbles) {}

    /** Where to go on; empty as long as it is not the mailbox's time. */
    Optional<Progress> due(String name) {
        Mailbox mailbox = known(name);
        return mailbox.isDue(clock.instant())
                ? Optional.of(new Progress(mailbox.uidValidity(), mailbox.lastUid(), mailbox.stumbles()))
                : Optional.empty();
    }

    void begins(String name, long validity, long after) {
        known(name).begins(validity, after);
    }

    void remain(String name, int count) {
        known(name).remain(count);
    }

    void succeeded(String name, boolean more) {
        known(name).succeeded(more, clock.instant());
    }

    /** The next mail could not be fetched. */
    void stumbled(String name) {
        known(name).stumbled();
    }

    void failed(String name, Reason problem) {
        known(name).failed(problem, clock.instant());
    }

    /** Tries again soon; the mailbox itself is well. */
    void waits(String name, Reason why) {
        known(name).waits(why, clock.instant());
    }

    /** Records the mail with all that is in it; one that is known under another number is passed over. */
    void keep(IntakeMail.Place place, Envelope envelope, MimeMessage content) throws MessagingException, IOException {
        known(place.mailbox()).reached(place.uid());
        if (mails.knows(envelope.fingerprint())) {
            return;
        }
        IntakeMail mail = recorded(place, envelope);
        try (Opening opening = new Opening(files, viruses, content, envelope.size())) {
            OpenedMail opened = opening.open();
            Optional<OutboxMail> ours = ours(opened);
            mail.opened(opened.kind(), opened.text(), opened.files(), ours.map(OutboxMail::id));
            opened.bounce().ifPresent(bounce -> bounced(mail, bounce, ours));
            boolean idle = opened.files().stream().noneMatch(IntakeFile::isPdf);
            if (mail.state() == IntakeState.NEW && idle && opened.flaw().isPresent()) {
                mail.waits(opened.flaw().get(), affair(ours));
            }
        }
    }

    /** Records that there is a mail which stays on the server unread, and why. */
    void keepUnread(IntakeMail.Place place, Envelope envelope, Reason why) {
        known(place.mailbox()).reached(place.uid());
        if (!mails.knows(envelope.fingerprint())) {
            recorded(place, envelope).waits(why);
        }
    }

    private IntakeMail recorded(IntakeMail.Place place, Envelope envelope) {
        IntakeMail mail = new IntakeMail(place, envelope, clock.instant());
        if (!place.mailbox().equals(MailboxSettings.ALL)) {
            clerks.stream()
                    .flatMap(clerk -> clerk.processor(place.mailbox()).stream())
                    .findFirst()
                    .ifPresent(mail::belongsTo);
        }
        mails.add(mail);
        return mail;
    }

    /** A mail that came back marks the one that went out; one that is only late is noted. */
    private void bounced(IntakeMail mail, OpenedMail.Bounce bounce, Optional<OutboxMail> ours) {
        if (ours.isEmpty()) {
            mail.waits(Reason.of("mail.intake.bounce-unknown", bounce.said()));
        } else if (bounce.lasting()) {
            OutboxMail sent = ours.get();
            sent.bounced(bounce.said());
            mail.filed(Reason.of("mail.intake.bounce", sent.recipient()), affair(ours), clock.instant());
            happened.fire(MailBounced.of(sent));
        } else {
            mail.noted(Reason.of("mail.intake.late", ours.get().recipient()), affair(ours), clock.instant());
        }
    }

    private Optional<OutboxMail> ours(OpenedMail opened) {
        return opened.ours().stream()
                .limit(20)
                .flatMap(id -> outbox.byMessageId(id).stream())
                .findFirst();
    }

    private static Affair affair(Optional<OutboxMail> ours) {
        return ours.map(mail -> new Affair(mail.aboutKind(), mail.aboutId(), null))
                .orElse(Affair.UNKNOWN);
    }

    /** The next mails to be sorted. */
    List<UUID> unsorted(int limit) {
        return mails.in(IntakeState.NEW, limit);
    }

    Clerk.Arrival arrival(UUID id) {
        IntakeMail mail = mails.byId(id).orElseThrow();
        return new Clerk.Arrival(
                mail.id(),
                mail.mailbox(),
                mail.sender(),
                mail.subject(),
                mail.text(),
                mail.kind() == IntakeKind.AUTO_REPLY,
                mail.outboxId().flatMap(outbox::byId).map(sent -> affair(Optional.of(sent))),
                mail.files());
    }

    void ruled(UUID id, Clerk.Ruling ruling) {
        IntakeMail mail = mails.lock(id);
        if (mail.state() != IntakeState.NEW) {
            return;
        }
        switch (ruling.state()) {
            case FILED -> mail.filed(ruling.reason(), ruling.affair(), clock.instant());
            case NOTED -> mail.noted(ruling.reason(), ruling.affair(), clock.instant());
            default -> mail.waits(ruling.reason(), ruling.affair());
        }
    }

    /** Numbers of mails that are filed and still lie where they came in. */
    List<Long> toMove(String name, long validity, int limit) {
        return mails.toMove(name, validity, limit).stream().map(IntakeMail::uid).toList();
    }

    void moved(String name, long validity, List<Long> uids) {
        mails.toMove(name, validity, Integer.MAX_VALUE).stream()
                .filter(mail -> uids.contains(mail.uid()))
                .forEach(IntakeMail::wasMoved);
    }

    private Mailbox known(String name) {
        return mails.mailbox(name).orElseGet(() -> {
            Mailbox mailbox = new Mailbox(name, clock.instant());
            mails.add(mailbox);
            return mailbox;
        });
    }
}
