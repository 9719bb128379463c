package app.countersign.breach;

import app.countersign.access.Roles;
import app.countersign.contract.Contract;
import app.countersign.deadline.Deadlines;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Looking at the letters of a breach. Changes nothing. */
@Stateless
public class NoticeRecords {

    private static final int LARGEST_PAGE = 200;

    @Inject
    private Breaches breaches;

    @Inject
    private Notices notices;

    @Inject
    private Addressees addressees;

    @Inject
    private Dispatch dispatch;

    @Inject
    private Deadlines deadlines;

    @Inject
    private StoredFiles files;

    @Inject
    private Clock clock;

    /**
     * Some of them, by whom they are for.
     *
     * @param next what to ask with for the page after this one; empty on the last
     * @param counts of all of the breach's, by state
     * @param drafting whether letters are still being begun
     */
    public record Page(List<Notice> items, Optional<UUID> next, Map<NoticeState, Long> counts, boolean drafting) {

        public long count(NoticeState state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    /** A letter as PDF.
     *
     * @param name of the file */
    public record Paper(String name, byte[] pdf) {}

    /** @param limit at most 200 */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Page page(UUID breachId, NoticeFilter filter, Optional<UUID> after, int limit) {
        breaches.require(breachId);
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        List<Notice> found = notices.page(breachId, filter, after.map(id -> notices.require(breachId, id)), size + 1);
        boolean more = found.size() > size;
        List<Notice> items = more ? found.subList(0, size) : found;
        return new Page(
                List.copyOf(items),
                more ? Optional.of(items.get(size - 1).id()) : Optional.empty(),
                notices.counts(breachId),
                notices.isOrdered(breachId));
    }

    /** @throws NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public NoticeDetails details(UUID breachId, UUID id) {
        return details(breaches.require(breachId), notices.require(breachId, id));
    }

    /** As {@link #details(UUID, UUID)}, whichever breach it belongs to. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public NoticeDetails details(UUID id) {
        Notice notice = notices.require(null, id);
        return details(breaches.require(notice.breachId()), notice);
    }

    private NoticeDetails details(Breach breach, Notice notice) {
        Optional<Addressees.Addressee> addressee =
                notice.state().isOpen() ? dispatch.contract(notice).map(addressees::of) : Optional.empty();
        Optional<NoticeText> text = notices.text(notice);
        NoticeWords words = dispatch.words(breach, notice);
        boolean untold = notice.factsId().isEmpty();
        return new NoticeDetails(
                breach,
                notice,
                words,
                untold
                        && text.filter(written -> written.isOlderThan(dispatch.ownWords(breach, notice)))
                                .isPresent(),
                notices.texts(notice.id()),
                notices.tellings(notice.id()),
                notices.readings(notice.id()),
                addressee.flatMap(Addressees.Addressee::email),
                addressee
                        .map(Addressees.Addressee::name)
                        .orElse(dispatch.contract(notice)
                                .map(Contract::addresseeName)
                                .orElse("")),
                addressee.map(Addressees.Addressee::phone).orElse(""),
                addressee.flatMap(Addressees.Addressee::problem),
                notice.concernId()
                        .map(part -> deadlines.ofParts(breach.id(), List.of(part)))
                        .orElse(List.of()));
    }

    /** The letter as it was told, byte for byte; before that as it would be today. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Paper letter(UUID breachId, UUID id) {
        Breach breach = breaches.require(breachId);
        Notice notice = notices.require(breachId, id);
        List<Telling> tellings = notices.tellings(id);
        byte[] pdf = tellings.isEmpty()
                ? dispatch.paper(breach, notice, dispatch.words(breach, notice), clock.instant())
                : files.read(tellings.get(tellings.size() - 1).letterSha256());
        return new Paper(Dispatch.fileName(breach, notice), pdf);
    }

    /** As {@link #letter(UUID, UUID)}, whichever breach it belongs to. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Paper letter(UUID id) {
        return letter(notices.require(null, id).breachId(), id);
    }

    /** What proves that it was told, to be read by machine or person and to be checked without this application. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Map<String, Object> proof(UUID breachId, UUID id) {
        Breach breach = breaches.require(breachId);
        Notice notice = notices.require(breachId, id);
        return ProofSheet.of(
                breach, notice, notices.texts(id), notices.tellings(id), notices.readings(id), clock.instant());
    }

    /** As {@link #proof(UUID, UUID)}, whichever breach it belongs to. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Map<String, Object> proof(UUID id) {
        return proof(notices.require(null, id).breachId(), id);
    }
}
