package app.countersign.breach;

import app.countersign.access.Actor;
import app.countersign.contract.CustomerLinks;
import app.countersign.contract.CustomerLinks.Holder;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The notices that a controller reads by the personal link. The link's token is what lets one in, so everybody may call;
 * a token that does not open anything is answered alike. That somebody reads is recorded.
 */
@Stateless
public class NoticeReader {

    /** Whoever reads on within that time is not recorded again. */
    private static final Duration SAME_READING = Duration.ofHours(1);

    @Inject
    private CustomerLinks links;

    @Inject
    private Notices notices;

    @Inject
    private Breaches breaches;

    @Inject
    private StoredFiles files;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** A notice in the list. */
    public record Told(UUID id, String subject, Instant toldAt, int phase) {}

    /** A notice to be read. */
    public record Reading(UUID id, NoticeWords words, Instant toldAt) {}

    /** What the controller of the link's contract was told, the newest first.
     *
     * @throws NotFound if the link does not open */
    @PermitAll
    public List<Told> told(String token) {
        return notices.toldTo(links.holder(token).contractId()).stream()
                .map(notice -> new Told(
                        notice.id(),
                        notices.text(notice).orElseThrow().words().subject(),
                        notice.toldAt().orElseThrow(),
                        notice.phase()))
                .toList();
    }

    /** @throws NotFound if the link does not open, or the notice is not for its holder */
    @PermitAll
    public Reading read(String token, UUID id) {
        Holder holder = links.holder(token);
        Notice notice = theirs(holder, id);
        record(holder, notice);
        return new Reading(
                id, notices.text(notice).orElseThrow().words(), notice.toldAt().orElseThrow());
    }

    /** The letter as PDF.
     *
     * @throws NotFound if the link does not open, or the notice is not for its holder */
    @PermitAll
    public NoticeRecords.Paper letter(String token, UUID id) {
        Holder holder = links.holder(token);
        Notice notice = theirs(holder, id);
        record(holder, notice);
        List<Telling> tellings = notices.tellings(id);
        return new NoticeRecords.Paper(
                Dispatch.fileName(breaches.known(notice.breachId()), notice),
                files.read(tellings.get(tellings.size() - 1).letterSha256()));
    }

    private Notice theirs(Holder holder, UUID id) {
        return notices.byId(id)
                .filter(notice ->
                        notice.contractId().filter(holder.contractId()::equals).isPresent())
                .filter(notice -> notice.toldAt().isPresent())
                .orElseThrow(() -> NotFound.because("notice.refusal.unknown"));
    }

    private void record(Holder holder, Notice notice) {
        Instant now = clock.instant();
        String reader = holder.email().value();
        if (notices.wasRead(notice.id(), reader, now.minus(SAME_READING))) {
            return;
        }
        actor.isCustomer(holder.name(), reader);
        notices.add(new NoticeReading(notice.id(), reader, now));
        happened.fire(new NoticeEvent.NoticeRead(
                notice.breachId(),
                NoticeEvent.facts(breaches.known(notice.breachId()), notice),
                Optional.of(notice.processorId())));
    }
}
